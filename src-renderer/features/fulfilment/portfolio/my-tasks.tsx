import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** What colleagues ask of the person, to be ticked off. */
export function MyTasks() {
  const translate = useTranslate();
  const format = useFormat();
  const tasks = useOperation('problems.myTasks', undefined);
  const tick = useCommand('problems.setTaskDone');
  if (tasks.data === undefined || tasks.data.length === 0) return null;
  return (
    <Stack component="section" aria-label={translate('fulfilment.day.tasks')}>
      <Typography variant="h2">{translate('fulfilment.day.tasks')}</Typography>
      {tasks.data.map((task) => (
        <FormControlLabel
          key={task.id}
          control={<Checkbox checked={false} onChange={() => void tick.run({ id: task.id, isDone: true })} />}
          label={[task.origin === null ? task.title : translate(`problems.tasks.from.${task.origin.kind}`, { title: task.origin.title }), task.contractTitle, task.createdByName, ...(task.dueOn === null ? [] : [format.date(task.dueOn)])].join(' · ')}
        />
      ))}
      <ErrorMessage error={tick.error} />
    </Stack>
  );
}
