import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { CalendarDay, CalendarYear } from '#shared/features/calendar/model.ts';
import { readDays, writeDays } from '#shared/features/calendar/read-days.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface YearDialogProps {
  /** What is known of the year so far, to be corrected; null while the dialog is closed. */
  readonly year: CalendarYear | null;
  readonly onClose: () => void;
}

/** A year of working time, entered as it stands in the announcement. */
export function YearDialog({ year, onClose }: YearDialogProps) {
  const titleId = useId();
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(year);
  if (year !== null && year !== shown) setShown(year);
  return (
    <Dialog open={year !== null} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      {shown !== null && <YearForm year={shown} titleId={titleId} onClose={onClose} />}
    </Dialog>
  );
}

function YearForm({ year, titleId, onClose }: { readonly year: CalendarYear; readonly titleId: string; readonly onClose: () => void }) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const saving = useCommand('calendar.saveYear');
  const nameOf = (day: CalendarDay) => (language === 'en' ? day.nameEn : day.nameZh);
  const textOf = (isWorkday: boolean) => writeDays(year.days.filter((day) => day.isWorkday === isWorkday), nameOf);
  const [number, setNumber] = useState(String(year.year));
  const [holidays, setHolidays] = useState(() => textOf(false));
  const [workdays, setWorkdays] = useState(() => textOf(true));
  const isYear = /^\d{4}$/.test(number) && Number(number) >= 1949 && Number(number) <= 2200;
  const read = { holidays: readDays(holidays, Number(number), false), workdays: readDays(workdays, Number(number), true) };

  async function save(): Promise<void> {
    if (!read.holidays.ok || !read.workdays.ok) return;
    const reply = await saving.run({ year: Number(number), days: [...read.holidays.value, ...read.workdays.value] });
    if (!reply.ok) return;
    toast.success(translate('calendar.saved', { year: number }));
    onClose();
  }

  const daysField = (name: 'holidays' | 'workdays', text: string, change: (text: string) => void) => {
    const said = read[name];
    return (
      <TextField
        multiline
        minRows={4}
        maxRows={12}
        id={`calendar-${name}`}
        label={translate(`calendar.field.${name}`)}
        value={text}
        error={!said.ok}
        helperText={said.ok ? translate(`calendar.hint.${name}`, { count: said.value.length }) : translate('calendar.unreadable', { line: Number(said.error.params?.['line'] ?? 1) })}
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
      <DialogButtons label={translate('calendar.save')} isDisabled={!isYear || !read.holidays.ok || !read.workdays.ok || saving.isRunning} onCancel={onClose} />
    </form>
  );
}
