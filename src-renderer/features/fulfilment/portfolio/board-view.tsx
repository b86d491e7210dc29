import { DndContext, KeyboardSensor, PointerSensor, useDraggable, useDroppable, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { obligationIdSchema } from '#shared/features/fulfilment/due-rules.ts';
import { obligationStatuses, type ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { mostOnBoard, type DueLine } from '#shared/features/fulfilment/portfolio.ts';
import { movesFrom } from '#shared/features/fulfilment/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { MoveDialog, type Movable } from '../components/move-dialog.tsx';
import { MoveMenu } from '../components/move-menu.tsx';
import { StandingChip } from '../components/standing-chip.tsx';
import { usePortfolioStore } from '../store.ts';
import { pathOf } from './use-line-title.ts';

/** Obligations by state. A card goes to another state by dragging it, or by its menu; what a step needs is asked for. */
export function BoardView() {
  const translate = useTranslate();
  const filter = usePortfolioStore((state) => state.filter);
  const columns = useOperation('fulfilment.board', filter, { keepPrevious: true });
  const [step, setStep] = useState<{ readonly obligation: Movable; readonly to: ObligationStatus } | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), useSensor(KeyboardSensor));
  const today = presentDay();
  if (columns.data === undefined) return columns.error === null ? <LoadingState /> : <ErrorMessage error={columns.error} onRetry={columns.refetch} />;
  const lines = columns.data.flatMap((column) => column.lines);
  const drop = ({ active, over }: DragEndEvent) => {
    const line = lines.find(({ id }) => id === active.id);
    const to = obligationStatuses.find((status) => status === over?.id);
    if (line === undefined || to === undefined || !movesFrom(line.status).includes(to)) return;
    setStep({ obligation: movableOf(line), to });
  };
  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      <Box tabIndex={0} role="group" aria-label={translate('fulfilment.view.board')} sx={{ display: 'flex', gap: 1.5, overflowX: 'auto', pb: 1 }}>
        {columns.data.map((column) => (
          <Column key={column.status} {...column} today={today} />
        ))}
      </Box>
      {step !== null && <MoveDialog obligation={step.obligation} to={step.to} today={today} onClose={() => setStep(null)} />}
    </DndContext>
  );
}

function Column({ status, count, lines, today }: { readonly status: ObligationStatus; readonly count: number; readonly lines: readonly DueLine[]; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  const { setNodeRef, isOver } = useDroppable({ id: status });
  return (
    <Box ref={setNodeRef} component="section" aria-label={translate(`fulfilment.status.${status}`)} sx={{ flex: '0 0 244px', p: 1, borderRadius: 1, bgcolor: isOver ? 'action.selected' : 'action.hover', minHeight: 220 }}>
      <Typography variant="subtitle2" sx={{ px: 0.5, pb: 1 }}>
        {translate('fulfilment.board.column', { status: translate(`fulfilment.status.${status}`), count: format.countUpTo(count, mostOnBoard) })}
      </Typography>
      <Stack spacing={1}>
        {lines.map((line) => (
          <BoardCard key={line.id} line={line} today={today} />
        ))}
      </Stack>
      {count > lines.length && (
        <Typography variant="caption" component="div" sx={{ p: 0.5, color: 'text.secondary' }}>
          {translate('fulfilment.board.more', { count: format.number(count - lines.length) })}
        </Typography>
      )}
    </Box>
  );
}

function BoardCard({ line, today }: { readonly line: DueLine; readonly today: Day }) {
  const format = useFormat();
  const mayTick = usePermission('fulfilment.tick');
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: line.id, disabled: !mayTick });
  return (
    <Paper ref={setNodeRef} variant="outlined" {...listeners} sx={{ p: 1, cursor: mayTick ? 'grab' : 'default', position: 'relative', zIndex: isDragging ? 2 : 0, transform: transform === null ? undefined : `translate(${transform.x}px, ${transform.y}px)` }}>
      <Link component={RouterLink} to={pathOf(line)} underline="hover" color="inherit" variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {line.title}
      </Link>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {[line.contractTitle, ...(line.dueOn === null ? [] : [format.date(line.dueOn)]), ...(line.ownerName === '' ? [] : [line.ownerName])].join(' · ')}
      </Typography>
      <Stack direction="row" spacing={1} sx={{ mt: 0.75, alignItems: 'center', justifyContent: 'space-between' }}>
        <StandingChip obligation={line} today={today} />
        {mayTick && <MoveMenu obligation={movableOf(line)} today={today} />}
      </Stack>
    </Paper>
  );
}

function movableOf({ id, contractId, title, status, revision }: DueLine): Movable {
  return { id: obligationIdSchema.parse(id), contractId, title, status, revision };
}
