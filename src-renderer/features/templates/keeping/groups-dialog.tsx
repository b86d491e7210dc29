import AddIcon from '@mui/icons-material/Add';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** Who maintains which group of templates. */
export function GroupsDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const groups = useOperation('templates.groups', undefined);
  const [isAdding, setAdding] = useState(false);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.keeping.groups')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2.5} sx={{ pt: 1 }}>
          <Typography variant="body2">{translate('templates.groups.lead')}</Typography>
          {groups.data?.map((group) => (
            <GroupFields key={group.id} group={group} />
          ))}
          {isAdding ? (
            <GroupFields group={null} onSaved={() => setAdding(false)} />
          ) : (
            <Button startIcon={<AddIcon />} sx={{ alignSelf: 'flex-start' }} onClick={() => setAdding(true)}>
              {translate('templates.groups.add')}
            </Button>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

type Group = OutputOf<'templates.groups'>[number];

function GroupFields({ group, onSaved }: { readonly group: Group | null; readonly onSaved?: () => void }) {
  const translate = useTranslate();
  const save = useCommand('templates.saveGroup');
  const members = useOperation('approvals.members', undefined).data ?? [];
  const absent = group?.absent ?? [];
  const people = [...members, ...absent];
  const [name, setName] = useState(group?.name ?? '');
  const [maintainerIds, setMaintainers] = useState<Group['maintainerIds']>(group?.maintainerIds ?? []);
  const run = async () => {
    const reply = await save.run({ id: group?.id ?? null, name, maintainerIds });
    if (reply.ok) onSaved?.();
  };
  return (
    <Stack spacing={1.5}>
      {save.error !== null && <ErrorMessage error={save.error} />}
      <TextField required size="small" label={translate('templates.groups.name')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} />
      <Autocomplete
        multiple
        size="small"
        options={people}
        value={people.filter(({ id }) => maintainerIds.includes(id))}
        onChange={(_, chosen) => setMaintainers(chosen.map(({ id }) => id))}
        getOptionLabel={({ id, name: called }) => (absent.some((one) => one.id === id) ? translate('ui.person.left', { name: called }) : called)}
        getOptionKey={(member) => member.id}
        renderInput={(parameters) => <TextField {...parameters} label={translate('templates.groups.maintainers')} helperText={translate('templates.groups.hint')} />}
      />
      <Button variant="outlined" sx={{ alignSelf: 'flex-start' }} disabled={name.trim() === ''} loading={save.isRunning} onClick={() => void run()}>
        {translate('templates.groups.save')}
      </Button>
    </Stack>
  );
}
