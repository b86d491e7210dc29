import EditIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { ClauseButton } from './clause-dialog.tsx';
import { DeliverableList } from './deliverable-list.tsx';
import { EvidenceList } from './evidence-list.tsx';

/** What of an obligation's details can be left unfinished. */
export type ResumedPart = 'note' | 'deliverable';

interface ObligationDetailsProps {
  readonly obligation: Obligation;
  readonly titleOf: (id: string) => string;
  /** What was left unfinished, and is gone on with. */
  readonly goesOn: ResumedPart | null;
  readonly onEdit: () => void;
}

/** What the contract says of an obligation, what is delivered, what proves it, and what happened so far. */
export function ObligationDetails({ obligation, titleOf, goesOn, onEdit }: ObligationDetailsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const mayWrite = usePermission('fulfilment.write');
  const { texts } = obligation;
  const said = isWithheld(texts)
    ? [{ label: translate('fulfilment.criteria'), value: <Withheld /> }]
    : [
        ...(texts.criteria === '' ? [] : [{ label: translate('fulfilment.criteria'), value: texts.criteria }]),
        ...(texts.clauseNumber === '' && texts.quote === ''
          ? []
          : [{ label: translate('fulfilment.clause'), value: <ClauseButton contractId={obligation.contractId} clauseNumber={texts.clauseNumber} quote={texts.quote} /> }]),
      ];
  const waits = obligation.dependsOn.length === 0 ? [] : [{ label: translate('fulfilment.dependsOn'), value: format.list(obligation.dependsOn.map(titleOf)) }];
  const items = [...said, ...waits];
  return (
    <Box sx={{ pt: 1.5, pl: 1.5, ml: 0.5, borderLeft: 2, borderColor: 'divider' }}>
      <Stack spacing={2}>
        {items.length > 0 && <DefinitionList items={items} />}
        <DeliverableList obligation={obligation} goesOn={goesOn === 'deliverable'} />
        <EvidenceList obligation={obligation} goesOn={goesOn === 'note'} />
        {obligation.events.length > 0 && (
          <div>
            <Typography variant="subtitle2">{translate('fulfilment.history')}</Typography>
            {obligation.events.map((event) => (
              <Typography key={event.at} variant="body2" sx={{ color: 'text.secondary' }}>
                {translate('fulfilment.event.line', { day: format.date(event.on), status: translate(`fulfilment.status.${event.to}`), name: event.byName })}
                {event.reason === '' ? '' : ` · ${event.reason}`}
              </Typography>
            ))}
          </div>
        )}
        {mayWrite && (
          <Box>
            <Button size="small" startIcon={<EditIcon />} onClick={onEdit}>
              {translate('fulfilment.edit')}
            </Button>
          </Box>
        )}
      </Stack>
    </Box>
  );
}
