import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { DeviceView } from '#shared/features/reminders/ipc.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import { useToast } from '../../../ui/use-toast.ts';

const severityByState = { untried: 'info', shown: 'success', refused: 'warning', absent: 'warning' } as const;

/** What this laptop does: notifications, the background, starting at login, a calendar file. */
export function DeviceFields({ device, mayRead }: { readonly device: DeviceView; readonly mayRead: boolean }) {
  const translate = useTranslate();
  const change = useCommand('reminders.setDevice');
  const trial = useCommand('reminders.test');
  const set = (part: InputOf<'reminders.setDevice'>) => void change.run(part);
  return (
    <>
      <ErrorMessage error={change.error} />
      <FieldRow label={translate('reminders.settings.notifications')} hint={translate('reminders.settings.notificationsHint')}>
        <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
          <FormControlLabel control={<Switch checked={device.notifications} onChange={(_, notifications) => set({ notifications })} />} label={translate('reminders.settings.notificationsOn')} />
          <Button size="small" variant="outlined" loading={trial.isRunning} onClick={() => void trial.run(undefined)}>
            {translate('reminders.settings.test')}
          </Button>
          <Alert severity={severityByState[device.state]} sx={{ width: '100%' }}>
            {translate(`reminders.settings.state.${device.state}`)}
          </Alert>
        </Stack>
      </FieldRow>
      <FieldRow label={translate('reminders.settings.background')} hint={translate('reminders.settings.backgroundHint')}>
        <FormControlLabel control={<Switch checked={device.background} onChange={(_, background) => set({ background })} />} label={translate('reminders.settings.backgroundOn')} />
        <FormControlLabel control={<Switch checked={device.startAtLogin} onChange={(_, startAtLogin) => set({ startAtLogin })} />} label={translate('reminders.settings.startAtLogin')} />
        {device.background && (
          <Typography variant="body2" color="textSecondary">
            {translate(device.hasKeychain ? 'reminders.settings.keychain' : 'reminders.settings.noKeychain')}
          </Typography>
        )}
      </FieldRow>
      {mayRead && <CalendarRow device={device} />}
    </>
  );
}

function CalendarRow({ device: { calendar } }: { readonly device: DeviceView }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const keep = useCommand('reminders.keepCalendar');
  const [withNames, setWithNames] = useState(calendar?.withNames ?? false);
  const run = async (on: boolean) => {
    const reply = await keep.run({ on, withNames });
    if (reply.ok && reply.value !== null) toast.success(translate('reminders.calendar.kept', { path: reply.value.path }));
  };
  return (
    <FieldRow label={translate('reminders.calendar.title')} hint={translate('reminders.calendar.hint')}>
      <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
        <ErrorMessage error={keep.error} />
        {calendar === null ? (
          <>
            <FormControlLabel control={<Switch checked={withNames} onChange={(_, on) => setWithNames(on)} />} label={translate('reminders.calendar.namesOn')} />
            <Button size="small" variant="outlined" loading={keep.isRunning} onClick={() => void run(true)}>
              {translate('reminders.calendar.choose')}
            </Button>
          </>
        ) : (
          <>
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {translate('reminders.calendar.in', { folder: calendar.folder })}
            </Typography>
            {calendar.isFailing ? (
              <Alert severity="warning">{translate('reminders.calendar.failing')}</Alert>
            ) : (
              calendar.writtenAt !== null && (
                <Typography variant="caption" color="textSecondary">
                  {translate('reminders.calendar.writtenAt', { time: format.dateTime(calendar.writtenAt) })}
                </Typography>
              )
            )}
            <Button size="small" onClick={() => void run(false)}>
              {translate('reminders.calendar.stop')}
            </Button>
          </>
        )}
      </Stack>
    </FieldRow>
  );
}
