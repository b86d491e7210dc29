import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { approverLeftReason, approverMayNotDecideReason, commentedReason, contentChangedReason, noStepReason } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractLink, StageEvent } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { LinkToContract } from '../succession.tsx';

/** The steps of the lifecycle that were taken, the latest first. */
export function StageHistory({ contract: { stageEvents: events, successor } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  if (events.length === 0) return null;
  return (
    <SectionCard title={translate('contracts.lifecycle.history')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 1.5 }}>
        {events.map((event, place) => (
          <Step key={events.length - place} event={event} successor={event.to === 'superseded' ? successor : null} />
        ))}
      </Box>
    </SectionCard>
  );
}

interface StepProps {
  readonly event: StageEvent;
  /** The contract that took this one's place by the step. */
  readonly successor: ContractLink | null;
}

function Step({ event, successor }: StepProps) {
  const translate = useTranslate();
  const format = useFormat();
  const sentences: Readonly<Record<string, string>> = {
    [contentChangedReason]: translate('contracts.lifecycle.contentChanged'),
    [approverLeftReason]: translate('contracts.lifecycle.approverLeft'),
    [approverMayNotDecideReason]: translate('contracts.lifecycle.approverMayNotDecide'),
    [noStepReason]: translate('contracts.lifecycle.noStep'),
    [commentedReason]: translate('contracts.lifecycle.commented'),
  };
  const told = (['correction', 'reason', 'basis', 'notice'] as const).filter((name) => event[name] !== '');
  return (
    <li>
      <Typography variant="subtitle2" component="p">
        {event.correction !== '' ? translate('contracts.lifecycle.correctionStep') : translate('contracts.lifecycle.step', { from: translate(`contracts.stage.${event.from}`), to: translate(`contracts.stage.${event.to}`) })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {translate('contracts.page.versionBy', { name: event.byName, time: format.dateTime(event.at) })}
      </Typography>
      {told.map((name) => (
        <Typography key={name} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {translate('contracts.lifecycle.told', { label: translate(`contracts.lifecycle.field.${name}`), text: sentences[event[name]] ?? event[name] })}
        </Typography>
      ))}
      {event.endedSigning !== null && (
        <Typography variant="body2">{translate('contracts.lifecycle.endedSigning', { signed: event.endedSigning.signed, all: event.endedSigning.signers })}</Typography>
      )}
      {successor !== null && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {translate('contracts.family.replacedBy')}
          <LinkToContract contract={successor} />
        </Typography>
      )}
      {event.effectiveOn !== null && (
        <Typography variant="body2">
          {translate('contracts.lifecycle.told', { label: translate('contracts.lifecycle.field.effectiveOn'), text: format.date(event.effectiveOn) })}
        </Typography>
      )}
    </li>
  );
}
