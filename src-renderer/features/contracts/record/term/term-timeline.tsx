import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractNotice } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { usePermission } from '../../../../ipc/use-vault-status.ts';
import { useResume } from '../../../../keeping/use-resume.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { useEndingLetter } from '../ending-context.ts';
import { endingOf } from './ending-of.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { TermAxis } from './term-axis.tsx';
import { TermDates } from './term-dates.tsx';
import { TermGaps } from './term-gaps.tsx';
import { TermOutlook } from './term-outlook.tsx';
import type { ContractTerm } from './use-term-plan.ts';

interface TermTimelineProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
}

/** The term of a contract as a line: where it stands, what comes, what happens by itself, and the notices sent. */
export function TermTimeline({ contract, term }: TermTimelineProps) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  // The notice that is corrected, or a new one.
  const [noticing, setNoticing] = useState<ContractNotice | 'new' | null>(null);
  const writeEnding = useEndingLetter();
  const { summary } = contract;
  const isOver = closed.has(summary.stage);
  const ending = endingOf(contract, term);
  useResume('notice', (about) => setNoticing(contract.notices.find(({ id }) => id === about) ?? 'new'));
  useResume('endingLetter', () => writeEnding?.(ending));
  if (isOver && summary.stage !== 'terminated') return null;
  if (isEditable(summary.stage) && term.plan.term === null) return <TermGaps id={summary.id} plan={term.plan} mayEdit={mayWrite} isSigned={false} />;
  return (
    <SectionCard
      title={translate('contracts.term.title')}
      subtitle={isEditable(summary.stage) ? translate('contracts.term.notSigned') : undefined}
      actions={
        <Stack direction="row" spacing={1}>
          {writeEnding !== null && (summary.stage === 'signed' || summary.stage === 'terminated') && (
            <Button size="small" variant="outlined" onClick={() => writeEnding(ending)}>
              {translate(`contracts.term.writeLetter.${ending.kind}`)}
            </Button>
          )}
          {mayWrite && summary.stage === 'signed' && (
            <Button size="small" variant="outlined" onClick={() => setNoticing('new')}>
              {translate('contracts.term.addNotice')}
            </Button>
          )}
        </Stack>
      }
    >
      <Stack spacing={1.5}>
        <TermOutlook term={term} direction={contract.record.direction} />
        {!isOver && <TermGaps id={summary.id} plan={term.plan} mayEdit={mayWrite} isSigned={summary.stage === 'signed'} />}
        {!isOver && <TermAxis plan={term.plan} today={term.today} />}
        {!isOver && <TermDates plan={term.plan} today={term.today} />}
        <NoticeList contract={contract} term={term} onChange={mayWrite ? setNoticing : null} />
      </Stack>
      <NoticeDialog contract={contract} term={term} notice={noticing === 'new' ? null : noticing} isOpen={noticing !== null} onClose={() => setNoticing(null)} />
    </SectionCard>
  );
}

/** Stages in which no term runs any more. */
const closed: ReadonlySet<Contract['summary']['stage']> = new Set(['completed', 'terminated', 'superseded', 'cancelled']);
