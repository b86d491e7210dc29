import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { templateFromFound, type FoundTemplate } from '#shared/features/templates/found-template.ts';
import { contractTypes, type ContractType } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Begins a template with a Word file, a PDF or a text; its blanks are offered as variables. */
export function FileImport() {
  const translate = useTranslate();
  const toast = useToast();
  const [found, setFound] = useState<FoundTemplate | null>(null);
  const [isReading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    const reply = await call('templates.readFile', undefined);
    setReading(false);
    if (!reply.ok) return toast.failure(reply.error);
    setFound(reply.value);
  };
  return (
    <>
      <Button variant="contained" loading={isReading} onClick={() => void read()}>
        {translate('templates.file.import')}
      </Button>
      {found !== null && <FoundDialog found={found} onClose={() => setFound(null)} />}
    </>
  );
}

function FoundDialog({ found, onClose }: { readonly found: FoundTemplate; readonly onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const titleId = useId();
  const start = useCommand('templates.startDraft', { leaves: true });
  const [title, setTitle] = useState(found.title);
  const [contractType, setType] = useState<ContractType>('other');
  const [accepted, setAccepted] = useState<readonly string[]>(found.placeholders.map(({ words }) => words));
  const run = async () => {
    const content = templateFromFound({ ...found, title }, found.placeholders.filter(({ words }) => accepted.includes(words)), contractType);
    const reply = await start.run({ from: 'content', content });
    if (reply.ok) void navigate(`/templates/versions/${reply.value.versionId}`);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.file.title', { name: found.fileName })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {start.error !== null && <ErrorMessage error={start.error} />}
          <TextField required label={translate('templates.file.name')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <TextField select label={translate('templates.page.contractType')} value={contractType} onChange={(event) => setType(contractTypes.find((type) => type === event.target.value) ?? contractType)}>
            {contractTypes.map((type) => (
              <MenuItem key={type} value={type}>
                {translate(`templates.type.${type}`)}
              </MenuItem>
            ))}
          </TextField>
          <Typography variant="body2">{translate(found.placeholders.length === 0 ? 'templates.file.noBlanks' : 'templates.file.blanks', { count: found.placeholders.length })}</Typography>
          {found.placeholders.map(({ words, label, type, count }) => (
            <FormControlLabel
              key={words}
              control={<Checkbox checked={accepted.includes(words)} onChange={(_, isOn) => setAccepted(isOn ? [...accepted, words] : accepted.filter((one) => one !== words))} />}
              label={translate('templates.file.blank', { words: words.startsWith('_') ? `____ ${label}` : words, type: translate(`templates.variableType.${type}`), count })}
            />
          ))}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('templates.file.create')} isDisabled={title.trim() === ''} isRunning={start.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
