import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { defaultWeights, scoreParts, scoreWeightsSchema, type ScoreWeights } from '#shared/features/risks/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** How much each part of the score weighs in this vault, and where high risk begins. */
export function WeightsDialog({ stored, onClose }: { readonly stored: ScoreWeights; readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const save = useCommand('risks.saveWeights');
  const [draft, setDraft] = useState(stored);
  const isSound = scoreWeightsSchema.safeParse(draft).success && draft.mediumFrom < draft.highFrom;
  const run = async () => {
    const reply = await save.run({ weights: draft });
    if (!reply.ok) return;
    toast.success(translate('risks.weights.saved'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('risks.weights.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {translate('risks.weights.hint')}
        </Typography>
        {save.error !== null && <ErrorMessage error={save.error} />}
        <Stack spacing={1.5} sx={{ pt: 1 }}>
          {scoreParts.map((part) => (
            <NumberField key={part} label={translate(`risks.part.${part}`)} value={draft.weights[part]} onChange={(weight) => setDraft({ ...draft, weights: { ...draft.weights, [part]: weight } })} />
          ))}
          <Stack direction="row" spacing={2}>
            <NumberField label={translate('risks.weights.mediumFrom')} value={draft.mediumFrom} onChange={(mediumFrom) => setDraft({ ...draft, mediumFrom })} />
            <NumberField label={translate('risks.weights.highFrom')} value={draft.highFrom} onChange={(highFrom) => setDraft({ ...draft, highFrom })} />
          </Stack>
          <Typography variant="subtitle2">{translate('risks.weights.bands')}</Typography>
          <Stack direction="row" spacing={1}>
            {draft.bandsMinor.map((end, index) => (
              <NumberField
                key={index}
                label={translate('risks.weights.band', { number: index + 1 })}
                value={end / 100}
                most={10_000_000_000}
                onChange={(amount) => setDraft({ ...draft, bandsMinor: draft.bandsMinor.with(index, amount * 100) })}
              />
            ))}
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => setDraft(defaultWeights)} sx={{ mr: 'auto' }}>
          {translate('risks.weights.defaults')}
        </Button>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" disabled={!isSound} loading={save.isRunning} onClick={() => void run()}>
          {translate('risks.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, most = 100, onChange }: NumberFieldProps) {
  return (
    <TextField
      fullWidth
      size="small"
      type="number"
      label={label}
      value={value}
      onChange={(event) => onChange(Math.min(most, Math.max(0, Math.trunc(Number(event.target.value)))))}
      slotProps={{ htmlInput: { min: 0, max: most } }}
    />
  );
}
