import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { FlowDraft } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlanList } from './plan-list.tsx';

const levels = ['low', 'medium', 'high'] as const;
const grades = ['A', 'B', 'C', 'D', 'blacklisted'] as const;

/** Which way would a contract go? Answered by main with the flow as it stands in the form, drafted by this person. */
export function FlowTrial({ draft }: { readonly draft: FlowDraft }) {
  const translate = useTranslate();
  const status = useVaultStatus();
  const [amount, setAmount] = useState<number | null>(null);
  const [isForeignPaper, setForeign] = useState(false);
  const [hasFindings, setFindings] = useState(false);
  const [isNonStandard, setNonStandard] = useState(false);
  const [riskLevel, setRisk] = useState<(typeof levels)[number]>('low');
  const [counterpartyGrade, setGrade] = useState<(typeof grades)[number]>('A');
  if (status?.state !== 'unlocked') return null;
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Typography variant="subtitle2" component="h3">
        {translate('approvals.flows.trial')}
      </Typography>
      <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap', my: 1 }}>
        <NumberField size="small" label={translate('approvals.flows.trialAmount')} value={amount} onChange={setAmount} />
        <FormControlLabel control={<Switch checked={isForeignPaper} onChange={(_, isOn) => setForeign(isOn)} />} label={translate('approvals.flows.trialForeign')} />
        <FormControlLabel control={<Switch checked={hasFindings} onChange={(_, isOn) => setFindings(isOn)} />} label={translate('approvals.flows.trialFindings')} />
        <FormControlLabel control={<Switch checked={isNonStandard} onChange={(_, isOn) => setNonStandard(isOn)} />} label={translate('approvals.flows.trialNonStandard')} />
        <TextField select size="small" label={translate('approvals.flows.trialRisk')} value={riskLevel} onChange={(event) => setRisk(levels.find((level) => level === event.target.value) ?? 'low')} sx={{ width: 110 }}>
          {levels.map((level) => (
            <MenuItem key={level} value={level}>
              {translate(`approvals.flows.level.${level}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select size="small" label={translate('approvals.flows.trialGrade')} value={counterpartyGrade} onChange={(event) => setGrade(grades.find((grade) => grade === event.target.value) ?? 'A')} sx={{ width: 150 }}>
          {grades.map((grade) => (
            <MenuItem key={grade} value={grade}>
              {translate(grade === 'blacklisted' ? 'parties.blacklisted.yes' : `parties.grade.${grade}`)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      <Box aria-live="polite">
        <Way input={{ draft, drafterId: status.user.id, contractType: draft.contractTypes[0] ?? 'other', amountMinor: amount === null ? null : Math.max(0, Math.round(amount * 100)), isForeignPaper, openFindings: hasFindings ? 1 : 0, nonStandardClauses: isNonStandard ? 1 : 0, riskLevel, counterpartyGrade }} />
      </Box>
    </Paper>
  );
}

function Way({ input }: { readonly input: Parameters<typeof useOperation<'approvals.tryFlow'>>[1] }) {
  const way = useOperation('approvals.tryFlow', input);
  if (way.error !== null) return <ErrorMessage error={way.error} />;
  return way.data === undefined ? null : <PlanList tasks={way.data} />;
}
