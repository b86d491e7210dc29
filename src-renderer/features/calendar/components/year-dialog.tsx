import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { z } from 'zod';
import type { CalendarDay, CalendarYear } from '#shared/features/calendar/model.ts';
import { readDays, spansOf, writeDays } from '#shared/features/calendar/read-days.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';
import { checkYear, yearDifference } from '#shared/features/calendar/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface YearDialogProps {
  /** What is known of the year so far, to be corrected. */
  readonly year: CalendarYear;
  /** The years that were entered before. */
  readonly own: readonly CalendarYear[];
  readonly onClose: () => void;
}

/** A year as it is being entered: its days as they stand in the announcement. */
interface YearTyped {
  readonly number: string;
  readonly holidays: string;
  readonly workdays: string;
}

const fields: FieldsOf<YearTyped> = { number: z.string(), holidays: z.string(), workdays: z.string() };

/** A year of working time, entered as it stands in the announcement; kept until it is saved or given up. */
export function YearDialog({ year, own, onClose }: YearDialogProps) {
  const titleId = useId();
  const language = useLanguage();
  const nameOf = (day: CalendarDay) => (language === 'en' ? day.nameEn : day.nameZh);
  const textOf = (isWorkday: boolean) => writeDays(year.days.filter((day) => day.isWorkday === isWorkday), nameOf);
  return (
    <KeptDialog of={{ contractId: null, dialog: 'workingYear', about: String(year.year) }} fields={fields} fresh={() => ({ number: String(year.year), holidays: textOf(false), workdays: textOf(true) })} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <YearForm own={own} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface YearFormProps extends Pick<YearDialogProps, 'own'> {
  readonly titleId: string;
  readonly kept: KeptForm<YearTyped>;
}

function YearForm({ own, titleId, kept }: YearFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const confirmReplacing = useConfirmReplacing();
  const saving = useCommand('calendar.saveYear');
  const { number, holidays, workdays } = kept.typed;
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
    kept.close();
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
          {kept.notice}
          <TextField
            required
            id="calendar-year"
            label={translate('calendar.field.year')}
            value={number}
            error={!isYear}
            onChange={(event) => kept.change({ number: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 4, inputMode: 'numeric' } }}
          />
          {daysField('holidays', holidays, (text) => kept.change({ holidays: text }))}
          {daysField('workdays', workdays, (text) => kept.change({ workdays: text }))}
          <ErrorMessage error={saving.error} operation="calendar.saveYear" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('calendar.save')} isDisabled={!isRight || saving.isRunning} onCancel={kept.close} status={kept.status} />
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
