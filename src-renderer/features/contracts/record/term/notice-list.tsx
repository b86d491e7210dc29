import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract, ContractNotice } from '#shared/features/contracts/model.ts';
import { arrivalOf, isOfTerm, termNoticesOf } from '#shared/features/contracts/notices.ts';
import { concernsTerm } from '#shared/features/terms/rules.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useResume } from '../../../../keeping/use-resume.ts';
import { useMethodLabel } from './notice-methods.ts';
import type { ContractTerm } from './use-term-plan.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface NoticeListProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  /** Null where the person may change nothing. */
  readonly onChange: ((notice: ContractNotice) => void) | null;
}

/** The notices that were sent, the latest first; each can be completed, corrected and taken back. */
export function NoticeList({ contract: { summary, notices }, term: { plan }, onChange }: NoticeListProps) {
  const translate = useTranslate();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  const [withdrawn, setWithdrawn] = useState<ContractNotice | null>(null);
  useResume('withdrawal', (about) => setWithdrawn(notices.find(({ id, withdrawnAt }) => id === about && withdrawnAt === null) ?? null));
  if (notices.length === 0) return null;
  const ordered = notices.toSorted((one, other) => other.sentOn.localeCompare(one.sentOn));
  const { index, inForce, deadline } = plan;
  const isLate = (notice: ContractNotice) => termNoticesOf([notice]).some((given) => concernsTerm(inForce, given, index) && deadline !== null && given.arrivesOn > deadline);
  const lineOf = (notice: ContractNotice) => {
    const { kind, termEndsOn, sentOn, method, trackingNumber, receivedOn, withdrawnAt, withdrawnReason } = notice;
    return [
      isOfTerm(kind) && termEndsOn !== null ? translate('contracts.term.notice.about', { day: format.date(termEndsOn) }) : '',
      translate('contracts.term.notice.sent', { day: format.date(sentOn) }),
      method === '' ? '' : methodLabel(method),
      trackingNumber,
      receivedOn === null ? translate('contracts.term.notice.notReceived', { day: format.date(arrivalOf(notice)) }) : translate('contracts.term.notice.received', { day: format.date(receivedOn) }),
      withdrawnAt === null ? (isLate(notice) ? translate('contracts.term.notice.tooLate') : '') : translate('contracts.term.notice.withdrawnFor', { reason: withdrawnReason }),
    ].filter((part) => part !== '');
  };
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {translate('contracts.term.notice.list')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ordered.map((notice) => (
          <Box component="li" key={notice.id} sx={{ py: 0.5, typography: 'body2', display: 'flex', alignItems: 'baseline', columnGap: 2 }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {translate(`contracts.term.notice.kind.${notice.kind}`)}
              <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
                {lineOf(notice).join(' · ')}
              </Box>
            </Box>
            {onChange !== null && notice.withdrawnAt === null && (
              <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                <Button size="small" onClick={() => onChange(notice)}>
                  {translate(notice.receivedOn === null ? 'contracts.term.notice.addReceipt' : 'contracts.term.notice.correct')}
                </Button>
                <Button size="small" color="inherit" onClick={() => setWithdrawn(notice)}>
                  {translate('contracts.term.notice.withdraw')}
                </Button>
              </Box>
            )}
          </Box>
        ))}
      </Box>
      {withdrawn !== null && <WithdrawDialog id={summary.id} notice={withdrawn} onClose={() => setWithdrawn(null)} />}
    </Box>
  );
}
