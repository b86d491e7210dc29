import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

/** The steps that were taken and the notices that were sent, the latest first; nothing before the first of them. */
export function HistoryCard({ contract: { stageEvents, notices } }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  if (stageEvents.length === 0 && notices.length === 0) return null;
  return (
    <SectionCard title={translate('contracts.lifecycle.history')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '& > li': { py: 0.75 } }}>
        {stageEvents.map((event) => (
          <li key={event.at}>
            <Typography variant="body2">
              {translate('contracts.lifecycle.step', { from: translate(`contracts.stage.${event.from}`), to: translate(`contracts.stage.${event.to}`) })}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {[format.dateTime(event.at), event.byName, event.reason].filter((part) => part !== '').join(' · ')}
            </Typography>
          </li>
        ))}
        {notices.map((notice) => (
          <li key={notice.id}>
            <Typography variant="body2">{translate(`contracts.notice.kind.${notice.kind}`)}</Typography>
            <Typography variant="body2" color="textSecondary">
              {[format.date(notice.sentOn), notice.method, notice.trackingNumber].filter((part) => part !== '').join(' · ')}
            </Typography>
          </li>
        ))}
      </Box>
    </SectionCard>
  );
}
