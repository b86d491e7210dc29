import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CalendarYear } from '#shared/features/calendar/model.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { YearDialog } from './year-dialog.tsx';

/** Which years' working days are known, and those of the house. Old years matter to nobody's deadlines, so few are listed. */
export function CalendarSection() {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const stored = useOperation('calendar.ownYears', undefined).data;
  const own = stored ?? [];
  const [present] = useState(() => Number(presentDay().slice(0, 4)));
  const [edited, setEdited] = useState<CalendarYear | null>(null);
  const announced = prcYears.filter(({ year }) => year >= present - 1);
  const years = [...new Set([...announced, ...own].map(({ year }) => year)), present, present + 1].sort((one, other) => one - other);
  const knownOf = (year: number) => own.find((each) => each.year === year) ?? announced.find((each) => each.year === year);
  const firstUnknown = [present, present + 1, present + 2].find((year) => knownOf(year) === undefined) ?? present + 1;
  const [resumed, setResumed] = useState<number | null>(null);
  useResume('workingYear', (about) => setResumed(Number(about)));
  if (resumed !== null && stored !== undefined) {
    setResumed(null);
    setEdited(knownOf(resumed) ?? { year: resumed, days: [] });
  }
  return (
    <SectionCard
      title={translate('calendar.title')}
      subtitle={translate('calendar.lead')}
      actions={
        mayWrite && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setEdited({ year: firstUnknown, days: [] })}>
            {translate('calendar.add')}
          </Button>
        )
      }
    >
      <UnfinishedNotice contractId={null} dialogs={['workingYear']} />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {[...new Set(years)].map((year) => (
          <YearLine key={year} year={year} known={knownOf(year)} isOwn={own.some((each) => each.year === year)} onEdit={mayWrite ? setEdited : undefined} />
        ))}
      </Box>
      {edited !== null && <YearDialog key={edited.year} year={edited} own={own} onClose={() => setEdited(null)} />}
    </SectionCard>
  );
}

interface YearLineProps {
  readonly year: number;
  readonly known: CalendarYear | undefined;
  readonly isOwn: boolean;
  readonly onEdit: ((year: CalendarYear) => void) | undefined;
}

function YearLine({ year, known, isOwn, onEdit }: YearLineProps) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const removing = useCommand('calendar.removeYear');
  const state = known === undefined ? 'unknown' : isOwn ? 'own' : 'announced';
  const isAnnounced = prcYears.some((each) => each.year === year);

  const removeLabel = translate(isAnnounced ? 'calendar.remove.restore' : 'calendar.remove.action');

  async function remove(): Promise<void> {
    const isMeant = await confirm({ title: translate('calendar.remove.title', { year: String(year) }), body: translate(isAnnounced ? 'calendar.remove.bodyAnnounced' : 'calendar.remove.bodyUnknown'), confirmLabel: removeLabel });
    if (!isMeant) return;
    const reply = await removing.run({ year });
    if (reply.ok) toast.success(translate('calendar.remove.done', { year: String(year) }));
  }

  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, py: 0.75, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Typography sx={{ minWidth: 56, fontVariantNumeric: 'tabular-nums' }}>{year}</Typography>
      <Chip size="small" variant="outlined" color={state === 'unknown' ? 'warning' : 'default'} label={translate(`calendar.state.${state}`)} />
      <Typography variant="body2" color="textSecondary" sx={{ flex: 1 }}>
        {known === undefined
          ? translate('calendar.unknown')
          : translate('calendar.counts', { holidays: known.days.filter(({ isWorkday }) => !isWorkday).length, workdays: known.days.filter(({ isWorkday }) => isWorkday).length })}
      </Typography>
      {onEdit !== undefined && (
        <Button size="small" aria-label={translate('calendar.editYear', { year: String(year) })} onClick={() => onEdit(known ?? { year, days: [] })}>
          {translate('calendar.edit')}
        </Button>
      )}
      {onEdit !== undefined && isOwn && (
        <Button size="small" color="inherit" onClick={() => void remove()}>
          {removeLabel}
        </Button>
      )}
    </Box>
  );
}
