import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOperation } from '../../../../ipc/use-query.ts';
import type { EditingProps } from '../text-editor.tsx';
import { ObligationList } from './obligation-list.tsx';
import { ReminderFields } from './reminder-fields.tsx';

/** What every contract made from the template starts with besides its text: who owes what, reminders, the approval flow. */
export function DefaultsEditor({ content, isEditable, onChange }: EditingProps) {
  const translate = useTranslate();
  const flows = useOperation('approvals.flows', undefined).data ?? [];
  const { reminders, approvalFlowId } = content.defaults;
  const put = (part: Partial<typeof content.defaults>) => onChange({ ...content, defaults: { ...content.defaults, ...part } });
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <ObligationList content={content} isEditable={isEditable} onChange={(obligations) => put({ obligations })} />
      <ReminderFields reminders={reminders} isEditable={isEditable} onChange={(next) => put({ reminders: next })} />
      <TextField select size="small" disabled={!isEditable} label={translate('templates.obligations.flow')} value={flows.some(({ id }) => id === approvalFlowId) ? approvalFlowId : ''} onChange={(event) => put({ approvalFlowId: flows.find(({ id }) => id === event.target.value)?.id ?? null })} sx={{ maxWidth: 420 }}>
        <MenuItem value="">{translate('templates.obligations.flowOfType')}</MenuItem>
        {flows.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
