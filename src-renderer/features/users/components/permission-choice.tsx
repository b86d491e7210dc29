import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import { assignablePermissions, keysFor, mayCarry, type CustomRole } from '#shared/features/vault/custom-roles.ts';
import type { Permission } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface PermissionChoiceProps {
  /** Whose keys the role gives. */
  readonly keys: readonly Compartment[];
  readonly chosen: CustomRole['permissions'];
  readonly onChange: (chosen: CustomRole['permissions']) => void;
}

/** What a role may do. What its keys don't suffice for can't be ticked, and says which key is missing. */
export function PermissionChoice({ keys, chosen, onChange }: PermissionChoiceProps) {
  const translate = useTranslate();
  const needed = (permission: Permission): string =>
    keysFor(permission)
      .map((set) => set.map((name) => translate(`vault.info.compartment.${name}`)).join(translate('users.own.andKey')))
      .join(translate('users.own.orKey'));
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{translate('users.own.permissions')}</FormLabel>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
        {assignablePermissions.map((permission) => {
          const isPossible = mayCarry(permission, keys);
          const name = translate(`users.own.permission.${permission}`);
          return (
            <FormControlLabel
              key={permission}
              control={
                <Checkbox
                  size="small"
                  checked={isPossible && chosen.includes(permission)}
                  disabled={!isPossible}
                  onChange={(_, isOn) => onChange(assignablePermissions.filter((one) => (one === permission ? isOn : chosen.includes(one))))}
                />
              }
              label={isPossible ? name : translate('users.own.needs', { name, keys: needed(permission) })}
            />
          );
        })}
      </Box>
    </FormControl>
  );
}
