import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { mayCarry, type CustomRole } from '#shared/features/vault/custom-roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PermissionChoice } from './permission-choice.tsx';

interface CustomRoleDialogProps {
  /** Null for a new one. */
  readonly role: CustomRole | null;
  /** Told of which compartments somebody lost the key. */
  readonly onSaved: (withdrawn: readonly Compartment[]) => void;
  readonly onClose: () => void;
}

/** A role of the vault's own: what it is called, which keys it gives, and what may be done with them. */
export function CustomRoleDialog({ role, onSaved, onClose }: CustomRoleDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const saving = useCommand('users.saveCustomRole');
  const [nameZh, setNameZh] = useState(role?.nameZh ?? '');
  const [nameEn, setNameEn] = useState(role?.nameEn ?? '');
  const [keys, setKeys] = useState<readonly Compartment[]>(role?.compartments ?? ['core', 'clauses']);
  const [permissions, setPermissions] = useState<CustomRole['permissions']>(role?.permissions ?? ['contracts.read', 'parties.read', 'templates.read']);
  // What can't be done with these keys is not given, and comes back when the key does.
  const given = permissions.filter((permission) => mayCarry(permission, keys));
  const save = async () => {
    const reply = await saving.run({ id: role?.id ?? null, nameZh: nameZh.trim(), nameEn: nameEn.trim(), permissions: given, compartments: keys });
    if (reply.ok) onSaved(reply.value.withdrawn);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(role === null ? 'users.own.add' : 'users.own.editTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
            <TextField fullWidth autoFocus required label={translate('users.own.nameZh')} value={nameZh} onChange={(event) => setNameZh(event.target.value)} slotProps={{ htmlInput: { maxLength: 40, lang: 'zh' } }} />
            <TextField fullWidth required label={translate('users.own.nameEn')} value={nameEn} onChange={(event) => setNameEn(event.target.value)} slotProps={{ htmlInput: { maxLength: 40, lang: 'en' } }} />
          </Stack>
          <FormControl component="fieldset">
            <FormLabel component="legend">{translate('users.own.keys')}</FormLabel>
            {compartments.map((name) => (
              <FormControlLabel
                key={name}
                control={<Checkbox checked={keys.includes(name)} disabled={name === 'core'} onChange={(_, isOn) => setKeys(compartments.filter((one) => (one === name ? isOn : keys.includes(one))))} />}
                label={translate(`vault.info.compartment.${name}`)}
              />
            ))}
          </FormControl>
          <PermissionChoice keys={keys} chosen={permissions} onChange={setPermissions} />
          {saving.error !== null && <ErrorMessage error={saving.error} />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('users.own.save')} isDisabled={nameZh.trim() === '' || nameEn.trim() === '' || given.length === 0} isRunning={saving.isRunning} onGo={save} onCancel={onClose} />
    </Dialog>
  );
}
