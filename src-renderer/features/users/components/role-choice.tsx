import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import { roles, type Role } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface RoleChoiceProps {
  readonly chosen: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

/** One or more roles; what they open is said beside each. */
export function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const translate = useTranslate();
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{translate('users.roles')}</FormLabel>
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          control={<Checkbox checked={chosen.includes(role)} onChange={(_, isOn) => onChange(roles.filter((one) => (one === role ? isOn : chosen.includes(one))))} />}
          label={translate('users.roleLine', { role: translate(`vault.role.${role}`), what: translate(`users.roleHint.${role}`) })}
        />
      ))}
    </FormControl>
  );
}
