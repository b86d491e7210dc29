import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { obligationIdSchema } from '#shared/features/fulfilment/due-rules.ts';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { MoveMenu } from '../components/move-menu.tsx';
import { StandingChip } from '../components/standing-chip.tsx';
import { pathOf, useLineTitle } from './use-line-title.ts';

/** A line across contracts as a card, with its next step. */
export function LineCard({ line, today }: { readonly line: DueLine; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  const titleOf = useLineTitle();
  const mayTick = usePermission('fulfilment.tick');
  const title = titleOf(line);
  return (
    <Paper variant="outlined" sx={{ px: 1.75, py: 1.25 }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            <Link component={RouterLink} to={pathOf(line)} underline="hover" color="inherit" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
              {title}
            </Link>
            <StandingChip obligation={line} today={today} />
          </Stack>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[line.contractTitle, line.contractNumber, ...(line.dueOn === null ? [] : [format.date(line.dueOn)]), translate(`fulfilment.obligor.${line.obligor}`), ...(line.ownerName === '' ? [] : [line.ownerName])].join(' · ')}
          </Typography>
        </Box>
        {mayTick && line.kind === 'obligation' && <MoveMenu obligation={{ id: obligationIdSchema.parse(line.id), contractId: line.contractId, title, status: line.status, revision: line.revision }} today={today} />}
      </Stack>
    </Paper>
  );
}
