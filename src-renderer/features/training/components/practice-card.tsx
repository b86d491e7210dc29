import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PracticeState, ShownCourse } from '#shared/features/training/ipc.ts';
import type { PracticeHint } from '#shared/features/training/practice.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate, type StringParams } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCourseLanguage } from '../course-language.ts';

/** The exercises of a course: begun and checked in the sample vault, to which and from which the card leads. */
export function PracticeCard({ course }: { readonly course: ShownCourse }) {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('training.practice.title')} subtitle={translate(course.isSandbox ? 'training.practice.inSandbox' : 'training.practice.lead')} actions={course.isSandbox ? <WayHome /> : undefined}>
      <Stack spacing={2} component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {course.practice.map((state) => (
          <Task key={state.task} course={course} state={state} />
        ))}
      </Stack>
    </SectionCard>
  );
}

/** Back to the person's own vault, where what was done here is taken over. */
function WayHome() {
  const translate = useTranslate();
  const select = useCommand('vault.select');
  const recent = useOperation('vault.recent', undefined);
  const home = recent.data?.filter(({ sample }) => !sample).toSorted((one, other) => (other.lastOpenedAt ?? 0) - (one.lastOpenedAt ?? 0))[0];
  if (home === undefined) return null;
  return (
    <Button variant="outlined" loading={select.isRunning} onClick={() => void select.run({ vaultId: home.id })}>
      {translate('training.practice.home', { name: home.name })}
    </Button>
  );
}

function Task({ course, state }: { readonly course: ShownCourse; readonly state: PracticeState }) {
  const translate = useTranslate();
  const format = useFormat();
  const language = useCourseLanguage();
  const toast = useToast();
  const begin = useCommand('training.beginPractice');
  const check = useCommand('training.checkPractice');
  const openSample = useCommand('vault.createSample');
  const [hint, setHint] = useState<{ readonly code: PracticeHint; readonly params: StringParams } | null>(null);
  const { task, beganAt, doneAt, exerciseId } = state;
  const isUnderWay = course.isSandbox && beganAt !== null;
  const key = { courseId: course.id, task };
  const runBegin = async () => {
    setHint(null);
    const reply = await begin.run({ ...key, language });
    if (reply.ok && !course.isSandbox) await openSample.run(undefined);
  };
  const runCheck = async () => {
    const reply = await check.run(key);
    if (!reply.ok) return;
    const { hint: code, params } = reply.value;
    setHint(code === null ? null : { code, params });
    if (code === null) toast.success(translate('training.practice.done'));
  };
  const deadline = hint?.params['deadline'];
  return (
    <Stack component="li" spacing={1} data-task={task}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        {doneAt !== null && <CheckCircleIcon color="success" titleAccess={translate('training.practice.isDone')} />}
        <Typography sx={{ fontWeight: 600 }}>{translate(`training.practice.task.${task}.title`)}</Typography>
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {translate(`training.practice.task.${task}.text`)}
      </Typography>
      {doneAt !== null && (
        <Typography variant="caption" color="textSecondary">
          {translate('training.practice.doneAt', { time: format.dateTime(doneAt) })}
        </Typography>
      )}
      {isUnderWay ? (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          {doneAt === null && (
            <>
              <Button size="small" variant="contained" loading={check.isRunning} onClick={() => void runCheck()}>
                {translate('training.practice.check')}
              </Button>
              <Button size="small" component={Link} to={exerciseId === null ? placeOf[task] : `/contracts/${exerciseId}`}>
                {translate('training.practice.go')}
              </Button>
            </>
          )}
          <Button size="small" color="inherit" loading={begin.isRunning} onClick={() => void runBegin()}>
            {translate('training.practice.anew')}
          </Button>
        </Stack>
      ) : (
        doneAt === null && (
          <Button size="small" variant="contained" loading={begin.isRunning || openSample.isRunning} onClick={() => void runBegin()} sx={{ alignSelf: 'flex-start' }}>
            {translate(course.isSandbox ? 'training.practice.begin' : 'training.practice.beginInSample')}
          </Button>
        )
      )}
      {hint !== null && <Alert severity="info" role="status">{translate(`training.practice.hint.${hint.code}`, { ...hint.params, ...(typeof deadline === 'string' ? { deadline: format.date(deadline as Day) } : {}) })}</Alert>}
      <ErrorMessage error={begin.error ?? check.error ?? openSample.error} />
    </Stack>
  );
}

const placeOf = {
  valid_party: '/parties/new',
  clean_sales_contract: '/templates',
  timely_notice: '/contracts',
  approved_contract: '/contracts',
  second_round: '/contracts',
} as const;
