import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { severities, type Severity } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useRuleTexts, type ShownRule } from '../rule-texts.ts';

/** Changes how one rule is applied in this vault. */
export function TuneDialog({ rule, onClose }: { readonly rule: ShownRule | null; readonly onClose: () => void }) {
  const titleId = useId();
  const [shown, setShown] = useState(rule);
  if (rule !== null && rule !== shown) setShown(rule);
  return (
    <Dialog open={rule !== null} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      {shown !== null && <TuneForm key={shown.id} rule={shown} titleId={titleId} onClose={onClose} />}
    </Dialog>
  );
}

interface TuneFormProps {
  readonly rule: ShownRule;
  readonly titleId: string;
  readonly onClose: () => void;
}

function TuneForm({ rule, titleId, onClose }: TuneFormProps) {
  const translate = useTranslate();
  const { ruleText } = useRuleTexts();
  const tune = useCommand('checker.tune');
  const [severity, setSeverity] = useState<Severity>(rule.tuning?.severity ?? rule.severity);
  const [isOff, setIsOff] = useState(rule.tuning?.isOff ?? false);
  const [added, setAdded] = useState((rule.tuning?.addedWords ?? []).join('\n'));
  const [silenced, setSilenced] = useState((rule.tuning?.silencedWords ?? []).join('\n'));

  const save = async () => {
    const reply = await tune.run({
      ruleId: rule.id,
      severity: severity === rule.severity ? null : severity,
      isOff,
      addedWords: linesOf(added),
      silencedWords: linesOf(silenced),
    });
    if (reply.ok) onClose();
  };
  const reset = () => {
    setSeverity(rule.severity);
    setIsOff(false);
    setAdded('');
    setSilenced('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogTitle id={titleId}>{translate('checker.rules.tuneTitle', { id: rule.id, name: ruleText(rule.id).name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {tune.error !== null && <ErrorMessage error={tune.error} />}
          <FormControlLabel control={<Switch checked={!isOff} onChange={(_, isOn) => setIsOff(!isOn)} />} label={translate('checker.rules.on')} />
          <TextField select label={translate('checker.rules.severity')} value={severity} disabled={isOff} onChange={(event) => setSeverity(event.target.value as Severity)}>
            {severities.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`checker.severity.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField multiline minRows={2} maxRows={6} label={translate('checker.rules.addedWords')} helperText={translate('checker.rules.oneALine')} value={added} disabled={isOff} onChange={(event) => setAdded(event.target.value)} />
          <TextField multiline minRows={2} maxRows={6} label={translate('checker.rules.silencedWords')} helperText={translate('checker.rules.oneALine')} value={silenced} disabled={isOff} onChange={(event) => setSilenced(event.target.value)} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={reset} sx={{ mr: 'auto' }}>
          {translate('checker.rules.asShipped')}
        </Button>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={tune.isRunning}>
          {translate('checker.rules.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** Words, one a line or parted by commas of either script. */
function linesOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\n,，、;；]/u).map((word) => word.trim()).filter((word) => word !== ''))];
}
