import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { TaskItem } from '#shared/features/problems/model.ts';
import { userIdSchema, type UserId } from '#shared/features/vault/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useTaskTitle } from '../use-task-title.ts';

/** A task as it is being entered. */
interface TaskTyped {
  readonly title: string;
  readonly assigneeId: UserId | null;
  readonly dueOn: string;
}

/** What is kept of it, and may come back. */
const fields: FieldsOf<TaskTyped> = { title: z.string(), assigneeId: userIdSchema.nullable(), dueOn: typedDay };

/** What colleagues are asked to do about a contract. */
export function TasksCard({ contractId, tasks }: { readonly contractId: ContractId; readonly tasks: readonly TaskItem[] }) {
  const translate = useTranslate();
  const mayWrite = usePermission('problems.write');
  const [isOpen, setOpen] = useState(false);
  useResume('task', () => setOpen(true));
  return (
    <SectionCard
      title={translate('problems.tasks.title')}
      actions={
        mayWrite && !isOpen && (
          <Button size="small" variant="outlined" onClick={() => setOpen(true)}>
            {translate('problems.tasks.add')}
          </Button>
        )
      }
    >
      <Stack spacing={1}>
        {isOpen && (
          <KeptForm of={{ contractId, dialog: 'task', about: '' }} fields={fields} fresh={() => ({ title: '', assigneeId: null, dueOn: '' })} onClose={() => setOpen(false)}>
            {(kept) => <TaskForm contractId={contractId} kept={kept} />}
          </KeptForm>
        )}
        {tasks.length === 0 && !isOpen && <Typography sx={{ color: 'text.secondary' }}>{translate('problems.tasks.none')}</Typography>}
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Stack>
    </SectionCard>
  );
}

function TaskForm({ contractId, kept }: { readonly contractId: ContractId; readonly kept: KeptFormOf<TaskTyped> }) {
  const translate = useTranslate();
  const people = useOperation('fulfilment.people', undefined);
  const add = useCommand('problems.addTask');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { title, assigneeId, dueOn } = kept.typed;
  const assignee = people.data?.find(({ id }) => id === assigneeId);
  const save = async () => {
    if (assignee === undefined) return;
    const reply = await add.run({ contractId, title, assigneeId: assignee.id, dueOn: isDay(dueOn) ? dueOn : null });
    if (reply.ok) kept.close();
  };
  return (
    <Stack ref={form} spacing={1}>
      {kept.notice}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <PlainTextField autoFocus required label={translate('problems.tasks.what')} value={title} onChange={(event) => kept.change({ title: event.target.value })} sx={{ flex: '1 1 220px' }} slotProps={{ htmlInput: { maxLength: 200 } }} />
        <TextField select required label={translate('problems.tasks.who')} value={assignee?.id ?? ''} onChange={(event) => kept.change({ assigneeId: people.data?.find(({ id }) => id === event.target.value)?.id ?? null })} sx={{ width: 170 }}>
          {people.data?.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <DateField id="task-due" label={translate('problems.due')} value={dueOn} onChange={(day) => kept.change({ dueOn: day })} />
      </Stack>
      <ErrorMessage error={add.error} />
      <FormButtons label={translate('problems.save')} isDisabled={title.trim() === '' || assignee === undefined || !isFinished(dueOn)} isRunning={add.isRunning} onSave={save} onCancel={kept.close} status={kept.status} />
    </Stack>
  );
}

/** No day was begun and left half typed, which would be saved as none. */
function isFinished(day: string): boolean {
  return day === '' || isDay(day);
}

function TaskLine({ task }: { readonly task: TaskItem }) {
  const titleOf = useTaskTitle();
  const format = useFormat();
  const tick = useCommand('problems.setTaskDone');
  return (
    <div>
      <FormControlLabel
        control={<Checkbox checked={task.doneAt !== null} onChange={(_, isDone) => void tick.run({ id: task.id, isDone })} />}
        label={[titleOf(task), task.assigneeName, ...(task.dueOn === null ? [] : [format.date(task.dueOn)])].join(' · ')}
        sx={{ '& .MuiFormControlLabel-label': { textDecoration: task.doneAt === null ? 'none' : 'line-through', overflowWrap: 'anywhere' } }}
      />
      <ErrorMessage error={tick.error} />
    </div>
  );
}
