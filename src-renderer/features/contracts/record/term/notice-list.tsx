import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ContractNotice } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useMethodLabel } from './notice-methods.ts';

/** The notices that were sent, the latest first. */
export function NoticeList({ notices }: { readonly notices: readonly ContractNotice[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  if (notices.length === 0) return null;
  const ordered = notices.toSorted((one, other) => other.sentOn.localeCompare(one.sentOn));
  const lineOf = ({ sentOn, method, trackingNumber, receivedOn }: ContractNotice) =>
    [
      translate('contracts.term.notice.sent', { day: format.date(sentOn) }),
      method === '' ? '' : methodLabel(method),
      trackingNumber,
      translate(receivedOn === null ? 'contracts.term.notice.notReceived' : 'contracts.term.notice.received', {
        day: receivedOn === null ? '' : format.date(receivedOn),
      }),
    ].filter((part) => part !== '');
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {translate('contracts.term.notice.list')}
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {ordered.map((notice) => (
          <Box component="li" key={notice.id} sx={{ mt: 0.5, typography: 'body2' }}>
            {translate(`contracts.term.notice.kind.${notice.kind}`)}
            <Box component="span" sx={{ ml: 1, color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {lineOf(notice).join(' · ')}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
