import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import type { Capped, Dashboard } from '#shared/features/home/ipc.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface AttentionCardProps {
  readonly figures: Dashboard;
  readonly today: Day;
  /** Shows the book of contracts, narrowed to what a number counts. */
  readonly onContracts: (filter: ContractFilter) => void;
}

/** What wants looking after now; each number leads to what it counts. */
export function AttentionCard({ figures, today, onContracts }: AttentionCardProps) {
  const translate = useTranslate();
  const { expiring, noticeDue, ended, reviews, findings, obligationsOverdue, improvements } = figures;
  const within = (days: number) => onContracts({ stages: ['signed'], endFrom: today, endTo: addDays(today, days) });
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'repeat(auto-fill, minmax(150px, 1fr))', lg: 'repeat(6, minmax(0, 1fr))' } }}>
      <Tile value={expiring.within30} label={translate('home.figure.within30')} isGrave onOpen={() => within(30)} />
      <Tile value={expiring.within60} label={translate('home.figure.within60')} onOpen={() => within(60)} />
      <Tile value={expiring.within90} label={translate('home.figure.within90')} onOpen={() => within(90)} />
      <Tile value={noticeDue} label={translate('home.figure.notice')} isGrave onOpen={() => onContracts({ due: 'notice' })} />
      <Tile value={ended} label={translate('home.figure.ended')} isGrave onOpen={() => onContracts({ due: 'ended' })} />
      <Tile value={obligationsOverdue} label={translate('home.figure.obligationsOverdue')} isGrave to="/fulfilment" />
      <Tile value={reviews.mineDue} label={translate('home.figure.reviewsMine')} to="/reviews" />
      <Tile value={reviews.due} label={translate('home.figure.reviewsDue')} to="/reviews" />
      <Tile value={reviews.overdue} label={translate('home.figure.reviewsOverdue')} isGrave to="/reviews?tab=overdue" />
      <Tile value={findings.mine} label={translate('home.figure.findingsMine')} to="/reviews?tab=findings" />
      <Tile value={findings.overdue} label={translate('home.figure.findingsOverdue')} isGrave to="/reviews?tab=findings" />
      <Tile value={improvements} label={translate('home.figure.improvements')} to="/improvement" />
    </Box>
  );
}

interface TileProps {
  readonly value: Capped;
  readonly label: string;
  readonly isGrave?: boolean;
  readonly to?: string;
  readonly onOpen?: () => void;
}

function Tile({ value, label, isGrave = false, to, onOpen }: TileProps) {
  const format = useFormat();
  const shown = `${format.number(value.count)}${value.isMore ? '+' : ''}`;
  const target = to === undefined ? { onClick: onOpen } : { component: Link, to };
  return (
    <ButtonBase {...target} sx={tileStyle} data-figure={label}>
      <Typography component="span" sx={{ fontSize: 28, fontWeight: 600, lineHeight: 1.2, color: isGrave && value.count > 0 ? 'error.main' : value.count === 0 ? 'text.secondary' : 'text.primary', fontVariantNumeric: 'tabular-nums' }}>
        {shown}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary">
        {label}
      </Typography>
    </ButtonBase>
  );
}

const tileStyle = {
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'start',
  px: 1.5,
  py: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '&:hover': { borderColor: 'text.secondary' },
} as const;
