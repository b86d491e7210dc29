import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { z } from 'zod';
import { defaultPolicy, reminderEvents, reminderPolicySchema, type ReminderEvent, type ReminderPolicy } from '#shared/features/reminders/model.ts';
import { userIdSchema } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FieldRow } from '../../../ui/field-row.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { isWholeWithin, WholeNumberField } from '../../../ui/whole-number-field.tsx';
import { minuteToTime, offsetsToText, textToOffsets, timeToMinute } from '../offset-text.ts';

const shownEvents = reminderEvents.filter((event) => event !== 'warning');

interface PolicyTyped {
  /** The days of each event as they are typed. */
  readonly texts: Readonly<Record<ReminderEvent, string>>;
  readonly policy: ReminderPolicy;
  /** What was stored as the form was begun. */
  readonly base: string;
}

/** What is kept of it, and may come back: also where a number is out of bounds. */
const fields: FieldsOf<PolicyTyped> = {
  texts: z.record(z.enum(reminderEvents), z.string()).readonly(),
  policy: reminderPolicySchema.unwrap().extend({ escalation: z.object({ afterDays: z.number(), toId: userIdSchema }).readonly().nullable() }).readonly(),
  base: z.string(),
};

/** When the vault reminds of what, and who hears of it when nobody acts; what is typed outlasts a lock. */
export function PolicyForm({ stored }: { readonly stored: ReminderPolicy }) {
  const mayChange = usePermission('reminders.configure');
  if (!mayChange) return <PolicyFields stored={stored} kept={null} />;
  return (
    <KeptForm of={{ contractId: null, dialog: 'reminderPolicy', about: '' }} fields={fields} fresh={() => typedOf(stored)}>
      {(kept) => <PolicyFields stored={stored} kept={kept} />}
    </KeptForm>
  );
}

function typedOf(stored: ReminderPolicy): PolicyTyped {
  return { texts: textsOf(stored), policy: stored, base: asText(stored) };
}

/** The same text for the same policy, in whatever order its parts stand. */
function asText(policy: ReminderPolicy): string {
  return JSON.stringify(reminderPolicySchema.parse(policy));
}

interface PolicyFieldsProps {
  readonly stored: ReminderPolicy;
  /** Null: it is only shown, as it is stored. */
  readonly kept: KeptFormOf<PolicyTyped> | null;
}

function PolicyFields({ stored, kept }: PolicyFieldsProps) {
  const translate = useTranslate();
  const toast = useToast();
  const mayChange = kept !== null;
  const members = useOperation('approvals.members', undefined);
  const save = useCommand('reminders.savePolicy');
  const { texts, policy, base } = kept?.typed ?? typedOf(stored);
  // What was saved here is what the form goes on from; what was stored before that is no colleague's change.
  const [own, setOwn] = useState<{ readonly before: string; readonly saved: string } | null>(null);
  const change = (part: Partial<PolicyTyped>) => kept?.change({ ...(own === null ? {} : { base: own.saved }), ...part });
  const setTexts = (next: PolicyTyped['texts']) => change({ texts: next });
  const setPolicy = (next: ReminderPolicy) => change({ policy: next });
  const present = asText(stored);
  const isChangedMeanwhile = own === null ? present !== base : present !== own.saved && present !== own.before;
  const offsets = Object.fromEntries(reminderEvents.map((event) => [event, textToOffsets(texts[event])])) as Record<ReminderEvent, readonly number[] | null>;
  const { quiet, escalation } = policy;
  const isSound = Object.values(offsets).every((days) => days !== null) && (escalation === null || isWholeWithin(escalation.afterDays, 0, 365));
  const run = async () => {
    const saved = { ...policy, offsets: offsets as ReminderPolicy['offsets'] };
    const reply = await save.run({ policy: saved });
    if (!reply.ok) return;
    setOwn({ before: present, saved: asText(saved) });
    kept?.settle(null);
    toast.success(translate('reminders.settings.saved'));
  };
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) void run();
      }}
    >
      {kept?.notice}
      {isChangedMeanwhile && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {translate('reminders.settings.changedMeanwhile')}
        </Alert>
      )}
      <ErrorMessage error={save.error} />
      <FieldRow label={translate('reminders.settings.offsets')} hint={translate('reminders.settings.offsetsHint')}>
        <Stack spacing={1.5}>
          {shownEvents.map((event) => (
            <TextField
              key={event}
              size="small"
              label={translate(`reminders.event.${event}`)}
              value={texts[event]}
              onChange={(change) => setTexts({ ...texts, [event]: change.target.value })}
              error={offsets[event] === null}
              helperText={offsets[event] === null ? translate('reminders.settings.offsetsWrong') : undefined}
              slotProps={{ htmlInput: { readOnly: !mayChange, maxLength: 120, spellCheck: false } }}
            />
          ))}
        </Stack>
      </FieldRow>
      <FieldRow label={translate('reminders.settings.times')} hint={translate('reminders.settings.timesHint')}>
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <TimeField label={translate('reminders.settings.remindAt')} minute={policy.remindAt} isFixed={!mayChange} onChange={(remindAt) => setPolicy({ ...policy, remindAt })} />
          <FormControlLabel
            control={<Switch disabled={!mayChange} checked={quiet !== null} onChange={(_, on) => setPolicy({ ...policy, quiet: on ? defaultPolicy.quiet : null })} />}
            label={translate('reminders.settings.quiet')}
          />
          {quiet !== null && (
            <>
              <TimeField label={translate('reminders.settings.quietFrom')} minute={quiet.from} isFixed={!mayChange} onChange={(from) => setPolicy({ ...policy, quiet: { ...quiet, from } })} />
              <TimeField label={translate('reminders.settings.quietUntil')} minute={quiet.until} isFixed={!mayChange} onChange={(until) => setPolicy({ ...policy, quiet: { ...quiet, until } })} />
            </>
          )}
        </Stack>
      </FieldRow>
      <FieldRow label={translate('reminders.settings.escalation')} hint={translate('reminders.settings.escalationHint')}>
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
          <TextField
            select
            size="small"
            label={translate('reminders.settings.escalateTo')}
            value={escalation?.toId ?? ''}
            disabled={!mayChange || members.data === undefined}
            onChange={(event) => {
              const member = members.data?.find(({ id }) => id === event.target.value);
              setPolicy({ ...policy, escalation: member === undefined ? null : { afterDays: escalation?.afterDays ?? 3, toId: member.id } });
            }}
            sx={{ minWidth: 200 }}
          >
            <MenuItem value="">{translate('reminders.settings.nobody')}</MenuItem>
            {members.data?.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
          {escalation !== null && (
            <WholeNumberField label={translate('reminders.settings.afterDays')} value={escalation.afterDays} least={0} most={365} isReadOnly={!mayChange} onChange={(afterDays) => setPolicy({ ...policy, escalation: { ...escalation, afterDays } })} width={160} />
          )}
        </Stack>
      </FieldRow>
      {mayChange && (
        <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end', alignItems: 'center' }}>
          {kept?.status}
          <Button color="inherit" onClick={() => setTexts(textsOf(defaultPolicy))}>
            {translate('reminders.settings.defaults')}
          </Button>
          <Button type="submit" variant="contained" disabled={!isSound} loading={save.isRunning}>
            {translate('reminders.settings.save')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly minute: number;
  readonly isFixed: boolean;
  readonly onChange: (minute: number) => void;
}

function TimeField({ label, minute, isFixed, onChange }: TimeFieldProps) {
  return (
    <TextField
      size="small"
      type="time"
      label={label}
      value={minuteToTime(minute)}
      disabled={isFixed}
      onChange={(event) => {
        const changed = timeToMinute(event.target.value);
        if (changed !== null) onChange(changed);
      }}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 130 }}
    />
  );
}

function textsOf({ offsets }: ReminderPolicy): Readonly<Record<ReminderEvent, string>> {
  return Object.fromEntries(reminderEvents.map((event) => [event, offsetsToText(offsets[event])])) as Record<ReminderEvent, string>;
}
