import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { defaultWeights, scoreParts, scoreWeightsSchema, type ScoreWeights } from '#shared/features/risks/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { isWholeWithin, WholeNumberField } from '../../../ui/whole-number-field.tsx';

/** How much each part of the score weighs in this vault, and where high risk begins. */
export function WeightsDialog({ stored, onClose }: { readonly stored: ScoreWeights; readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const save = useCommand('risks.saveWeights');
  const [draft, setDraft] = useState(stored);
  const isSound = scoreWeightsSchema.safeParse(draft).success && draft.mediumFrom < draft.highFrom && draft.bandsMinor.every((end) => isWholeWithin(end / 100, 1, mostAmount));
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
            <NumberField label={translate('risks.weights.mediumFrom')} least={1} value={draft.mediumFrom} onChange={(mediumFrom) => setDraft({ ...draft, mediumFrom })} />
            <NumberField label={translate('risks.weights.highFrom')} least={1} value={draft.highFrom} onChange={(highFrom) => setDraft({ ...draft, highFrom })} />
          </Stack>
          <Typography variant="subtitle2">{translate('risks.weights.bands')}</Typography>
          <Stack direction="row" spacing={1}>
            {draft.bandsMinor.map((end, index) => (
              <NumberField
                key={index}
                label={translate('risks.weights.band', { number: index + 1 })}
                value={end / 100}
                least={1}
                most={mostAmount}
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

const mostAmount = 10_000_000_000;

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ least = 0, most = 100, ...field }: NumberFieldProps) {
  return <WholeNumberField {...field} width="100%" least={least} most={most} />;
}
