import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { ContractFilter } from '#shared/features/contracts/list.ts';
import { stages as allStages } from '#shared/features/contracts/stage.ts';
import type { Dashboard } from '#shared/features/home/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface StageCardProps {
  readonly stages: Dashboard['stages'];
  readonly onContracts: (filter: ContractFilter) => void;
}

/** How many contracts stand in which stage; each line leads to them. */
export function StageCard({ stages, onContracts }: StageCardProps) {
  const translate = useTranslate();
  const format = useFormat();
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const shown = allStages.flatMap((stage) => stages.find((line) => line.stage === stage) ?? []);
  if (shown.length === 0) return <Typography color="textSecondary">{translate('home.stages.none')}</Typography>;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {shown.map(({ stage, count }) => (
        <li key={stage}>
          <ButtonBase onClick={() => onContracts({ stages: [stage] })} sx={{ width: '100%', display: 'grid', gridTemplateColumns: '84px 1fr 56px', gap: 1.5, alignItems: 'center', textAlign: 'start', py: 0.75, px: 0.5, borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}>
            <Typography variant="body2">{translate(`contracts.stage.${stage}`)}</Typography>
            <Box aria-hidden sx={{ height: 10, borderRadius: 1, bgcolor: 'primary.main', width: `${Math.max(1, (count / most) * 100)}%`, opacity: 0.75 }} />
            <Typography variant="body2" sx={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums' }}>
              {format.number(count)}
            </Typography>
          </ButtonBase>
        </li>
      ))}
    </Box>
  );
}
