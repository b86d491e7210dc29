import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { reminderEvents, type DefaultReminder } from '#shared/features/templates/defaults.ts';
import { readOffsets } from '#shared/features/templates/reminder-offsets.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';

interface ReminderFieldsProps {
  readonly reminders: readonly DefaultReminder[];
  readonly isEditable: boolean;
  readonly onChange: (reminders: readonly DefaultReminder[]) => void;
}

/** On which days before each kind of event a contract reminds; an empty line leaves that to the vault. */
export function ReminderFields({ reminders, isEditable, onChange }: ReminderFieldsProps) {
  const translate = useTranslate();
  const put = (event: DefaultReminder['event'], offsetDays: readonly number[]) => {
    const others = reminders.filter((one) => one.event !== event);
    const all = offsetDays.length === 0 ? others : [...others, { event, offsetDays }];
    onChange(reminderEvents.flatMap((each) => all.filter((one) => one.event === each)));
  };
  return (
    <SectionCard title={translate('templates.obligations.reminders')} subtitle={translate('templates.obligations.remindersLead')}>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        {reminderEvents.map((event) => (
          <OffsetsField key={event} event={event} offsets={reminders.find((one) => one.event === event)?.offsetDays ?? []} isEditable={isEditable} onChange={(offsets) => put(event, offsets)} />
        ))}
      </Box>
    </SectionCard>
  );
}

function OffsetsField({ event, offsets, isEditable, onChange }: { readonly event: DefaultReminder['event']; readonly offsets: readonly number[]; readonly isEditable: boolean; readonly onChange: (offsets: readonly number[]) => void }) {
  const translate = useTranslate();
  const [text, setText] = useState(offsets.join(', '));
  const isRead = readOffsets(text) !== null;
  return (
    <TextField
      size="small"
      label={translate('templates.obligations.reminderDays', { event: translate(`templates.obligations.reminderEvent.${event}`) })}
      placeholder={translate('templates.obligations.reminderOfVault')}
      value={text}
      error={!isRead}
      helperText={isRead ? undefined : translate('templates.obligations.reminderHint')}
      onChange={(change) => {
        setText(change.target.value);
        const read = readOffsets(change.target.value);
        if (read !== null) onChange(read);
      }}
      slotProps={{ htmlInput: { maxLength: 100, readOnly: !isEditable } }}
    />
  );
}
