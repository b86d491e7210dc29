import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import type { PackedContract, SheetObligation, SheetState } from '#shared/features/exchange/model.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { isFinal, movesFrom } from '#shared/features/fulfilment/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { CountRow } from './count-row.tsx';
import { SheetEvidenceList } from './sheet-evidence.tsx';
import { StepDialog } from './step-dialog.tsx';

const steps = ['met', 'partially_met', 'not_met', 'in_progress'] as const;

/** The obligations of one contract of a pack, to be ticked off. */
export function SheetObligationCard({ sheet, contract }: { readonly sheet: Sheet; readonly contract: PackedContract }) {
  const translate = useTranslate();
  if (contract.obligations.length === 0) return <EmptyState title={translate('exchange.sheet.noObligations')} />;
  return (
    <Stack component="ul" spacing={2.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {contract.obligations.map((obligation) => {
        const state = sheet.states.find(({ id }) => id === obligation.id);
        return state === undefined ? null : <OneObligation key={obligation.id} sheet={sheet} obligation={obligation} state={state} />;
      })}
    </Stack>
  );
}

function OneObligation({ sheet, obligation, state }: { readonly sheet: Sheet; readonly obligation: SheetObligation; readonly state: SheetState }) {
  const translate = useTranslate();
  const format = useFormat();
  const moves = movesFrom(state.status);
  const [to, setTo] = useState<ObligationStatus | null>(null);
  useResume('packStep', (about) => {
    const step = moves.find((one) => about === `${sheet.packId} ${obligation.id} ${one}`);
    if (step !== undefined) setTo(step);
  });
  const isChanged = state.status !== obligation.status;
  return (
    <Box component="li" data-obligation={obligation.title} sx={{ borderTop: 1, borderColor: 'divider', pt: 2, '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="subtitle1" component="h3">
          {obligation.title}
        </Typography>
        <StatusChip label={translate(`fulfilment.status.${state.status}`)} tone={isChanged ? 'success' : 'neutral'} />
        <Typography variant="body2" color="textSecondary">
          {translate(`fulfilment.obligor.${obligation.obligor}`)}
          {obligation.dueOn === null ? '' : ` · ${translate('fulfilment.dueOn', { day: format.date(obligation.dueOn) })}`}
          {obligation.evidenceRequired ? ` · ${translate('fulfilment.evidenceNeeded')}` : ''}
        </Typography>
      </Stack>
      {obligation.texts.criteria !== '' && <Typography sx={{ mt: 0.75, whiteSpace: 'pre-line' }}>{obligation.texts.criteria}</Typography>}
      {state.reason !== '' && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {state.reason}
        </Typography>
      )}
      {obligation.deliverables.map((deliverable) => (
        <CountRow key={deliverable.id} packId={sheet.packId} obligationId={obligation.id} deliverable={deliverable} counted={state.deliverables.find(({ id }) => id === deliverable.id)} today={sheet.today} />
      ))}
      <SheetEvidenceList sheet={sheet} obligation={obligation} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 1.5, flexWrap: 'wrap' }}>
        {steps.map(
          (step) =>
            moves.includes(step) && (
              <Button key={step} variant={step === 'met' ? 'contained' : 'outlined'} color={step === 'met' ? 'primary' : 'inherit'} onClick={() => setTo(step)}>
                {isFinal(state.status) ? translate('exchange.sheet.reopen') : translate(`fulfilment.to.${step}`)}
              </Button>
            ),
        )}
      </Stack>
      {to !== null && <StepDialog packId={sheet.packId} obligation={obligation} from={state.status} to={to} today={sheet.today} onClose={() => setTo(null)} />}
    </Box>
  );
}
