import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { UserId } from '#shared/features/vault/model.ts';
import { useOperation } from '../../../ipc/use-query.ts';

interface MemberFieldProps {
  readonly label: string;
  readonly value: UserId | null;
  readonly onChange: (id: UserId | null) => void;
}

/** A person of the vault. */
export function MemberField({ label, value, onChange }: MemberFieldProps) {
  const members = useOperation('approvals.members', undefined).data ?? [];
  const isKnown = members.some(({ id }) => id === value);
  return (
    <TextField select required fullWidth label={label} value={isKnown ? value : ''} onChange={(event) => onChange(members.find(({ id }) => id === event.target.value)?.id ?? null)}>
      {members.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
