import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { CourseId, InBoth } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCourseLanguage } from '../course-language.ts';

interface AssignDialogProps {
  readonly courses: readonly { readonly id: CourseId; readonly title: InBoth }[];
  readonly userIds: readonly UserId[];
  readonly onClose: () => void;
}

/** Asks the chosen people to complete a course by a day. */
export function AssignDialog({ courses, userIds, onClose }: AssignDialogProps) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const toast = useToast();
  const titleId = useId();
  const dateId = useId();
  const assign = useCommand('training.assign');
  const [courseId, setCourseId] = useState(courses[0]?.id ?? '');
  const [dueOn, setDueOn] = useState('');
  const run = async () => {
    if (!isDay(dueOn)) return;
    const reply = await assign.run({ courseId, userIds, dueOn });
    if (!reply.ok) return;
    toast.success(translate('training.assign.done', { count: reply.value.assigned }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('training.assign.title', { count: userIds.length })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <TextField select label={translate('training.assign.course')} value={courseId} onChange={(event) => setCourseId(event.target.value)}>
            {courses.map(({ id, title }) => (
              <MenuItem key={id} value={id}>
                {title[language]}
              </MenuItem>
            ))}
          </TextField>
          <DateField id={dateId} label={translate('training.assign.dueOn')} value={dueOn} onChange={setDueOn} required />
          <ErrorMessage error={assign.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('training.assign.submit')} isDisabled={!isDay(dueOn)} isRunning={assign.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
