import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import { isFinal } from '#shared/features/fulfilment/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useDueWords, useMissingWords } from '../use-due-words.ts';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MoveMenu } from './move-menu.tsx';
import { ObligationDetails, type ResumedPart } from './obligation-details.tsx';
import { ObligationChip, StandingChip } from './standing-chip.tsx';

interface ObligationRowProps {
  readonly obligation: Obligation;
  readonly fulfilment: Fulfilment;
  /** What was left unfinished, and is gone on with. */
  readonly goesOn: ResumedPart | null;
  readonly onEdit: () => void;
}

/** An obligation in two lines; what hangs on it unfolds below. */
export function ObligationRow({ obligation, fulfilment, goesOn, onEdit }: ObligationRowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const dueWords = useDueWords();
  const missingWords = useMissingWords();
  const mayTick = usePermission('fulfilment.tick');
  const detailsId = useId();
  const [isOpen, setOpen] = useState(goesOn !== null);
  const { today } = fulfilment;
  const titleOf = (id: string) => fulfilment.obligations.find((one) => one.id === id)?.title ?? translate('fulfilment.event.obligation');
  const forecast = fulfilment.forecasts.find(({ id }) => id === obligation.id);
  const isLateAhead = forecast !== undefined && forecast.on !== null && forecast.delay > 0 && !isFinal(obligation.status);
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{obligation.title}</Typography>
            <ObligationChip status={obligation.status} />
            <StandingChip obligation={obligation} today={today} />
          </Stack>
          <Typography variant="body2" sx={{ mt: 0.25, color: 'text.secondary' }}>
            {[
              translate(`fulfilment.obligor.${obligation.obligor}`),
              translate(`fulfilment.type.${obligation.type}`),
              obligation.dueOn === null ? missingWords(obligation.missing) : translate('fulfilment.dueOn', { day: format.date(obligation.dueOn) }),
              ...(obligation.due.kind === 'offset' ? [dueWords(obligation.due, titleOf)] : []),
              ...(obligation.graceDays > 0 ? [translate('fulfilment.graceOf', { count: obligation.graceDays })] : []),
              ...(obligation.metOn === null ? [] : [translate('fulfilment.metOn', { day: format.date(obligation.metOn) })]),
              ...(isLateAhead && forecast.on !== null ? [translate('fulfilment.forecast', { day: format.date(forecast.on), count: forecast.delay })] : []),
              ...(obligation.ownerName === '' ? [] : [obligation.ownerName]),
            ].join(' · ')}
          </Typography>
        </Box>
        {mayTick && <MoveMenu obligation={obligation} today={today} />}
        <IconButton size="small" aria-expanded={isOpen} aria-controls={detailsId} aria-label={translate('fulfilment.detailsOf', { title: obligation.title })} onClick={() => setOpen(!isOpen)}>
          <ExpandMoreIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Stack>
      <Collapse in={isOpen} unmountOnExit id={detailsId}>
        <ObligationDetails obligation={obligation} titleOf={titleOf} goesOn={goesOn} onEdit={onEdit} />
      </Collapse>
    </Box>
  );
}
