import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { CalendarDay, CalendarYear } from '#shared/features/calendar/model.ts';
import { readDays, spansOf, writeDays } from '#shared/features/calendar/read-days.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { checkYear, yearDifference } from '#shared/features/calendar/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface YearDialogProps {
  /** What is known of the year so far, to be corrected; null while the dialog is closed. */
  readonly year: CalendarYear | null;
  /** The years that were entered before. */
  readonly own: readonly CalendarYear[];
  readonly onClose: () => void;
}

/** A year of working time, entered as it stands in the announcement. */
export function YearDialog({ year, own, onClose }: YearDialogProps) {
  const titleId = useId();
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(year);
  if (year !== null && year !== shown) setShown(year);
  return (
    <Dialog open={year !== null} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      {shown !== null && <YearForm year={shown} own={own} titleId={titleId} onClose={onClose} />}
    </Dialog>
  );
}

type YearFormProps = Omit<YearDialogProps, 'year'> & { readonly year: CalendarYear; readonly titleId: string };

function YearForm({ year, own, titleId, onClose }: YearFormProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const confirmReplacing = useConfirmReplacing();
  const saving = useCommand('calendar.saveYear');
  const nameOf = (day: CalendarDay) => (language === 'en' ? day.nameEn : day.nameZh);
  const textOf = (isWorkday: boolean) => writeDays(year.days.filter((day) => day.isWorkday === isWorkday), nameOf);
  const [number, setNumber] = useState(String(year.year));
  const [holidays, setHolidays] = useState(() => textOf(false));
  const [workdays, setWorkdays] = useState(() => textOf(true));
  const isYear = /^\d{4}$/.test(number) && Number(number) >= 1949 && Number(number) <= 2200;
  const off = readDays(holidays, Number(number), false);
  const read = { holidays: off, workdays: readDays(workdays, Number(number), true, off.ok ? off.value : []) };
  const entered = read.holidays.ok && read.workdays.ok ? { year: Number(number), days: [...read.holidays.value, ...read.workdays.value] } : null;
  const isRight = isYear && entered !== null && checkYear(entered).ok;

  async function save(): Promise<void> {
    if (entered === null || !isRight) return;
    const known = [...own, ...prcYears].find((each) => each.year === entered.year);
    if (known !== undefined && !(await confirmReplacing(known, entered))) return;
    const reply = await saving.run(entered);
    if (!reply.ok) return;
    toast.success(translate('calendar.saved', { year: number }));
    onClose();
  }

  const hintOf = (name: 'holidays' | 'workdays', count: number) => (name === 'holidays' && count === 0 ? translate('calendar.hint.noneOff') : translate(`calendar.hint.${name}`, { count }));

  const daysField = (name: 'holidays' | 'workdays', text: string, change: (text: string) => void) => {
    const said = read[name];
    return (
      <PlainTextField
        multiline
        minRows={4}
        maxRows={12}
        id={`calendar-${name}`}
        label={translate(`calendar.field.${name}`)}
        value={text}
        error={!said.ok}
        helperText={said.ok ? hintOf(name, said.value.length) : translate(`calendar.problem.${said.error.code}`, { line: Number(said.error.params?.['line'] ?? 1) })}
        onChange={(event) => change(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 8000 } }}
      />
    );
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DialogTitle id={titleId}>{translate('calendar.dialog')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TextField
            required
            id="calendar-year"
            label={translate('calendar.field.year')}
            value={number}
            error={!isYear}
            onChange={(event) => setNumber(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 4, inputMode: 'numeric' } }}
          />
          {daysField('holidays', holidays, setHolidays)}
          {daysField('workdays', workdays, setWorkdays)}
          <ErrorMessage error={saving.error} operation="calendar.saveYear" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('calendar.save')} isDisabled={!isRight || saving.isRunning} onCancel={onClose} />
    </form>
  );
}

/** Asks before a known year is replaced by other days, and names those that differ. */
function useConfirmReplacing(): (known: CalendarYear, entered: CalendarYear) => Promise<boolean> {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  return async (known, entered) => {
    const { lost, gained } = yearDifference(known, entered);
    if (lost.length + gained.length === 0) return true;
    const parts = [
      ['lostOff', lost.filter(({ isWorkday }) => !isWorkday)],
      ['lostWorked', lost.filter(({ isWorkday }) => isWorkday)],
      ['gainedOff', gained.filter(({ isWorkday }) => !isWorkday)],
      ['gainedWorked', gained.filter(({ isWorkday }) => isWorkday)],
    ] as const;
    const spans = (days: readonly CalendarDay[]) =>
      spansOf(days, () => '').map(({ from, to }) => (from === to ? format.date(from) : translate('calendar.replace.span', { from: format.date(from), to: format.date(to) })));
    return confirm({
      title: translate('calendar.replace.title', { year: String(entered.year) }),
      body: [translate('calendar.replace.body'), ...parts.flatMap(([name, days]) => (days.length === 0 ? [] : [translate(`calendar.replace.${name}`, { days: format.list(spans(days)) })]))].join('\n'),
      confirmLabel: translate('calendar.replace.action'),
      destructive: true,
    });
  };
}
