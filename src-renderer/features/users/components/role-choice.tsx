import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import type { HeldRoles } from '#shared/features/vault/custom-roles.ts';
import { roles } from '#shared/features/vault/roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useCustomRoleName } from '../../../ipc/use-role-names.ts';

interface RoleChoiceProps {
  readonly chosen: HeldRoles;
  readonly onChange: (held: HeldRoles) => void;
}

/** One or more roles, shipped ones and the vault's own; what they open is said beside each. */
export function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useCustomRoleName();
  const { data = [] } = useOperation('users.customRoles', undefined);
  const own = data.filter(({ isRetired }) => !isRetired);
  const { roles: shipped, customRoles = [] } = chosen;
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{translate('users.roles')}</FormLabel>
      {roles.map((role) => (
        <FormControlLabel
          key={role}
          control={<Checkbox checked={shipped.includes(role)} onChange={(_, isOn) => onChange({ roles: roles.filter((one) => (one === role ? isOn : shipped.includes(one))), customRoles })} />}
          label={translate('users.roleLine', { role: translate(`vault.role.${role}`), what: translate(`users.roleHint.${role}`) })}
        />
      ))}
      {own.map((role) => (
        <FormControlLabel
          key={role.id}
          control={<Checkbox checked={customRoles.includes(role.id)} onChange={(_, isOn) => onChange({ roles: shipped, customRoles: own.map(({ id }) => id).filter((id) => (id === role.id ? isOn : customRoles.includes(id))) })} />}
          label={translate('users.roleLine', { role: nameOf(role), what: translate('users.opens', { what: format.list(role.compartments.map((name) => translate(`ui.compartment.${name}`))) }) })}
        />
      ))}
    </FormControl>
  );
}
