import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { z } from 'zod';
import { severities, type Severity } from '#shared/features/checker/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useRuleTexts, type ShownRule } from '../rule-texts.ts';

/** How a rule is to be applied, as it is being entered; the words one a line. */
interface TuningTyped {
  readonly severity: Severity;
  readonly isOff: boolean;
  readonly added: string;
  readonly silenced: string;
}

const fields: FieldsOf<TuningTyped> = { severity: z.enum(severities), isOff: z.boolean(), added: z.string(), silenced: z.string() };

/** Changes how one rule is applied in this vault; kept until it is saved or given up. */
export function TuneDialog({ rule, onClose }: { readonly rule: ShownRule; readonly onClose: () => void }) {
  const titleId = useId();
  const fresh = (): TuningTyped => ({
    severity: rule.tuning?.severity ?? rule.severity,
    isOff: rule.tuning?.isOff ?? false,
    added: (rule.tuning?.addedWords ?? []).join('\n'),
    silenced: (rule.tuning?.silencedWords ?? []).join('\n'),
  });
  return (
    <KeptDialog of={{ contractId: null, dialog: 'tuning', about: rule.id }} revision={rule.revision} fields={fields} fresh={fresh} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <TuneForm rule={rule} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface TuneFormProps {
  readonly rule: ShownRule;
  readonly titleId: string;
  readonly kept: KeptForm<TuningTyped>;
}

function TuneForm({ rule, titleId, kept }: TuneFormProps) {
  const translate = useTranslate();
  const { ruleText } = useRuleTexts();
  const tune = useCommand('checker.tune');
  const { severity, isOff, added, silenced } = kept.typed;

  const save = async () => {
    const reply = await tune.run({
      ruleId: rule.id,
      severity: severity === rule.severity ? null : severity,
      isOff,
      addedWords: linesOf(added),
      silencedWords: linesOf(silenced),
      revision: kept.revision ?? rule.revision,
    });
    if (reply.ok) kept.close();
  };
  const reset = () => kept.change({ severity: rule.severity, isOff: false, added: '', silenced: '' });
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
          {kept.notice}
          {tune.error !== null && <ErrorMessage error={tune.error} operation="checker.tune" />}
          <FormControlLabel control={<Switch checked={!isOff} onChange={(_, isOn) => kept.change({ isOff: !isOn })} />} label={translate('checker.rules.on')} />
          <TextField select label={translate('checker.rules.severity')} value={severity} disabled={isOff} onChange={(event) => kept.change({ severity: event.target.value as Severity })}>
            {severities.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`checker.severity.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField multiline minRows={2} maxRows={6} label={translate('checker.rules.addedWords')} helperText={translate('checker.rules.oneALine')} value={added} disabled={isOff} onChange={(event) => kept.change({ added: event.target.value })} />
          <TextField multiline minRows={2} maxRows={6} label={translate('checker.rules.silencedWords')} helperText={translate('checker.rules.oneALine')} value={silenced} disabled={isOff} onChange={(event) => kept.change({ silenced: event.target.value })} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto', display: 'flex', alignItems: 'center', gap: 1 }}>
          <Button color="inherit" onClick={reset}>
            {translate('checker.rules.asShipped')}
          </Button>
          {kept.status}
        </Box>
        <Button color="inherit" onClick={kept.close}>
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
