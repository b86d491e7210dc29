import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import CloseIcon from '@mui/icons-material/Close';
import { useState } from 'react';
import type { MatrixCell } from '#shared/features/training/ipc.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { firstColumn } from '../../../ui/first-column.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCourseLanguage } from '../course-language.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { StandingChip } from './standing-chip.tsx';

/** Everybody against every course; people are ticked and asked to do a course by a day. */
export function Matrix() {
  const matrix = useOperation('training.matrix', undefined);
  if (matrix.data === undefined) return matrix.error === null ? <LoadingState shape="list" /> : <ErrorMessage error={matrix.error} onRetry={matrix.refetch} />;
  return <Shown matrix={matrix.data} />;
}

const personCell = { ...firstColumn, minWidth: 140 } as const;

const formats = ['pdf', 'xlsx', 'csv'] as const;

function Shown({ matrix: { people, courses, cells } }: { readonly matrix: OutputOf<'training.matrix'> }) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const toast = useToast();
  const save = useCommand('training.exportMatrix');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly UserId[]>([]);
  const [isAssigning, setIsAssigning] = useState(false);
  const shown = people.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const cellByPlace = new Map(cells.map((cell) => [`${cell.userId} ${cell.courseId}`, cell]));
  const toggle = (id: UserId) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const areAll = shown.length > 0 && shown.every(({ id }) => chosen.includes(id));
  const run = async (format: (typeof formats)[number]) => {
    const reply = await save.run({ format, language });
    if (reply.ok && reply.value !== null) toast.success(translate('training.matrix.saved', { fileName: reply.value.fileName }));
  };
  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <SearchField label={translate('training.matrix.search')} value={search} onChange={setSearch} />
        <Button variant="contained" disabled={chosen.length === 0} onClick={() => setIsAssigning(true)}>
          {translate('training.assign.open', { count: chosen.length })}
        </Button>
        {formats.map((format) => (
          <Button key={format} variant="outlined" disabled={save.isRunning} onClick={() => void run(format)}>
            {translate(`training.matrix.${format}`)}
          </Button>
        ))}
      </Stack>
      <ErrorMessage error={save.error} operation="training.exportMatrix" />
      <TableContainer component={Paper} variant="outlined">
        <Table size="small" aria-label={translate('training.tab.matrix')}>
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox">
                <Checkbox checked={areAll} indeterminate={!areAll && chosen.length > 0} onChange={() => setChosen(areAll ? [] : shown.map(({ id }) => id))} slotProps={{ input: { 'aria-label': translate('training.matrix.chooseAll') } }} />
              </TableCell>
              <TableCell sx={personCell}>{translate('training.matrix.person')}</TableCell>
              {courses.map(({ id, title }) => (
                <TableCell key={id}>{title[language]}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map(({ id, name, roles }) => (
              <TableRow key={id} hover>
                <TableCell padding="checkbox">
                  <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)} slotProps={{ input: { 'aria-label': translate('training.matrix.choose', { name }) } }} />
                </TableCell>
                <TableCell component="th" scope="row" sx={personCell}>
                  {name}
                  <Typography variant="caption" color="textSecondary" component="p">
                    {roles.map((role) => translate(`vault.role.${role}`)).join(translate('training.matrix.comma'))}
                  </Typography>
                </TableCell>
                {courses.map((course) => (
                  <TableCell key={course.id}>
                    <Cell cell={cellByPlace.get(`${id} ${course.id}`)} name={name} title={course.title[language]} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {isAssigning && <AssignDialog courses={courses} userIds={chosen} onClose={() => setIsAssigning(false)} />}
    </Stack>
  );
}

function Cell({ cell, name, title }: { readonly cell: MatrixCell | undefined; readonly name: string; readonly title: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const withdraw = useCommand('training.withdraw');
  const reinstate = useCommand('training.reinstate');
  const toast = useToast();
  if (cell === undefined || (!cell.isMeant && cell.standing.state === 'new' && cell.assignmentId === null)) return '—';
  const { standing, progressPercent, bestPercent, assignmentId } = cell;
  const run = async () => {
    if (assignmentId === null) return;
    const reply = await withdraw.run({ assignmentId });
    if (reply.ok) toast.success(translate('training.assign.withdrawn', { name, title }), { label: translate('ui.undo'), run: () => void takeBack(assignmentId) });
    else toast.failure(reply.error);
  };
  const takeBack = async (id: NonNullable<typeof assignmentId>) => {
    const reply = await reinstate.run({ assignmentId: id });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <Stack direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
      <div>
        <StandingChip standing={standing} />
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.25 }}>
          {bestPercent === null ? translate('training.matrix.progress', { percent: format.percent(progressPercent / 100) }) : translate('training.matrix.progressAndBest', { percent: format.percent(progressPercent / 100), best: format.percent(bestPercent / 100) })}
        </Typography>
      </div>
      {assignmentId !== null && standing.state !== 'completed' && (
        <Tooltip title={translate('training.assign.withdraw')}>
          <IconButton size="small" disabled={withdraw.isRunning} onClick={() => void run()} aria-label={translate('training.assign.withdrawOne', { name, title })}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Stack>
  );
}
