import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { TaskItem } from '#shared/features/problems/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useTaskTitle } from '../use-task-title.ts';

/** What colleagues are asked to do about a contract. */
export function TasksCard({ contractId, tasks }: { readonly contractId: ContractId; readonly tasks: readonly TaskItem[] }) {
  const translate = useTranslate();
  const mayWrite = usePermission('problems.write');
  const people = useOperation('fulfilment.people', undefined);
  const add = useCommand('problems.addTask');
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState({ title: '', assigneeId: '', dueOn: '' });
  const assignee = people.data?.find(({ id }) => id === draft.assigneeId);
  const save = async () => {
    if (assignee === undefined) return;
    const reply = await add.run({ contractId, title: draft.title, assigneeId: assignee.id, dueOn: isDay(draft.dueOn) ? draft.dueOn : null });
    if (!reply.ok) return;
    setDraft({ title: '', assigneeId: '', dueOn: '' });
    setOpen(false);
  };
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
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
            <PlainTextField autoFocus required label={translate('problems.tasks.what')} value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} sx={{ flex: '1 1 220px' }} slotProps={{ htmlInput: { maxLength: 200 } }} />
            <TextField select required label={translate('problems.tasks.who')} value={draft.assigneeId} onChange={(event) => setDraft({ ...draft, assigneeId: event.target.value })} sx={{ width: 170 }}>
              {people.data?.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
            <DateField id="task-due" label={translate('problems.due')} value={draft.dueOn} onChange={(dueOn) => setDraft({ ...draft, dueOn })} />
            <Button variant="contained" disabled={draft.title.trim() === '' || assignee === undefined || !isFinished(draft.dueOn)} loading={add.isRunning} onClick={() => void save()}>
              {translate('problems.save')}
            </Button>
            <Button color="inherit" onClick={() => setOpen(false)}>
              {translate('ui.cancel')}
            </Button>
          </Stack>
        )}
        <ErrorMessage error={add.error} />
        {tasks.length === 0 && !isOpen && <Typography sx={{ color: 'text.secondary' }}>{translate('problems.tasks.none')}</Typography>}
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Stack>
    </SectionCard>
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
