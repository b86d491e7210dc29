import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** Packs that were taken in to be worked on or decided here. */
export function ReceivedCard() {
  const translate = useTranslate();
  const format = useFormat();
  const received = useOperation('exchange.received', undefined);
  return (
    <SectionCard title={translate('exchange.received.title')} subtitle={translate('exchange.received.lead')}>
      {received.data === undefined && (received.error === null ? <LoadingState /> : <ErrorMessage error={received.error} onRetry={received.refetch} />)}
      {received.data?.length === 0 && <EmptyState title={translate('exchange.received.none')} body={translate('exchange.received.noneBody')} />}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {received.data?.map(({ packId, kind, contactName, receivedAt, answeredAt }) => (
          <Stack key={packId} component="li" direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Stack sx={{ flex: 1, minWidth: 220 }}>
              <Typography variant="subtitle1" component="h3">
                {translate('exchange.received.from', { kind: translate(`exchange.kind.${kind}`), name: contactName })}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {format.dateTime(receivedAt)}
              </Typography>
            </Stack>
            <StatusChip label={answeredAt === null ? translate('exchange.received.open') : translate('exchange.received.answered', { time: format.dateTime(answeredAt) })} tone={answeredAt === null ? 'info' : 'success'} />
            <Button component={RouterLink} to={`/exchange/received/${packId}`} endIcon={<ChevronRightIcon />}>
              {translate('exchange.received.show')}
            </Button>
          </Stack>
        ))}
      </Stack>
    </SectionCard>
  );
}

/** What went out, and what came back of it. */
export function SentCard() {
  const translate = useTranslate();
  const format = useFormat();
  const sent = useOperation('exchange.sent', undefined);
  return (
    <SectionCard title={translate('exchange.sent.title')} subtitle={translate('exchange.sent.lead')}>
      {sent.data === undefined && (sent.error === null ? <LoadingState /> : <ErrorMessage error={sent.error} onRetry={sent.refetch} />)}
      {sent.data?.length === 0 && <EmptyState title={translate('exchange.sent.none')} body={translate('exchange.sent.noneBody')} />}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {sent.data?.map(({ id, kind, contactName, sentAt, sentByName, hasAmounts, contracts, answers, answeredAt }) => (
          <Stack key={id} component="li" direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Stack sx={{ flex: 1, minWidth: 220 }}>
              <Typography variant="subtitle1" component="h3">
                {translate('exchange.sent.to', { kind: translate(`exchange.kind.${kind}`), name: contactName })}
              </Typography>
              {contracts.map((contract) => (
                <Link key={contract.id} component={RouterLink} to={`/contracts/${contract.id}`} variant="body2">
                  {`${contract.number} ${contract.title}`}
                </Link>
              ))}
              <Typography variant="body2" color="textSecondary">
                {`${format.dateTime(sentAt)} · ${sentByName} · ${translate(hasAmounts ? 'exchange.sent.withAmounts' : 'exchange.sent.noAmounts')}`}
              </Typography>
            </Stack>
            {kind !== 'templates' && <StatusChip label={answeredAt === null ? translate('exchange.sent.waiting') : translate('exchange.sent.answers', { count: answers, time: format.dateTime(answeredAt) })} tone={answeredAt === null ? 'neutral' : 'success'} />}
          </Stack>
        ))}
      </Stack>
    </SectionCard>
  );
}
