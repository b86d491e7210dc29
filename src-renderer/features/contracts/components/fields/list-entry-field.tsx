import AddIcon from '@mui/icons-material/Add';
import DownIcon from '@mui/icons-material/ArrowDownward';
import UpIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslate } from '../../../../i18n/i18n.ts';
import type { FieldProps } from './field-props.ts';

/** Rows of text. Enter adds a row, Backspace in an empty one removes it, Alt with an arrow moves it. */
export function ListEntryField(props: FieldProps<readonly string[]>) {
  const translate = useTranslate();
  const { entry: rows, onChange } = props;
  const listRef = useRef<HTMLDivElement>(null);
  const mostRows = props.variable.constraints.maximumItems ?? 500;
  const canAdd = rows.length < mostRows;

  const focusRow = (index: number) =>
    requestAnimationFrame(() => listRef.current?.querySelectorAll<HTMLElement>('textarea:not([aria-hidden])')[index]?.focus());
  const add = (index: number) => {
    if (!canAdd) return;
    onChange(rows.toSpliced(index, 0, ''));
    focusRow(index);
  };
  const remove = (index: number) => {
    onChange(rows.length === 1 ? [''] : rows.toSpliced(index, 1));
    focusRow(Math.max(0, index - 1));
  };
  const move = (index: number, by: -1 | 1) => {
    const row = rows[index];
    const target = index + by;
    if (row === undefined || target < 0 || target >= rows.length) return;
    onChange(rows.toSpliced(index, 1).toSpliced(target, 0, row));
    focusRow(target);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.nativeEvent.isComposing) return;
    const act = actionOf(event, rows[index] ?? '', { add: () => add(index + 1), remove: () => remove(index), move: (by) => move(index, by) });
    if (act === null) return;
    event.preventDefault();
    act();
  };

  return (
    <Box role="group" aria-labelledby={`${props.id}-label`}>
      <Typography id={`${props.id}-label`} variant="body2" color={props.hasProblem ? 'error' : 'textSecondary'} sx={{ mb: 1 }}>
        {props.label}
      </Typography>
      <Stack ref={listRef} spacing={1}>
        {rows.map((row, index) => (
          <Box key={index} sx={{ display: 'flex', alignItems: 'center', gap: 0.25 }}>
            <TextField
              fullWidth
              multiline
              size="small"
              {...(index === 0 ? { id: props.id } : {})}
              value={row}
              onChange={(event) => onChange(rows.with(index, event.target.value))}
              onKeyDown={(event) => onKey(event, index)}
              onBlur={props.onBlur}
              error={props.hasProblem}
              slotProps={{ htmlInput: { maxLength: 2000, 'aria-label': translate('contracts.variable.list.row', { row: index + 1 }) } }}
              sx={{ mr: 0.5 }}
            />
            <RowButtons position={index + 1} count={rows.length} onMove={(by) => move(index, by)} onRemove={() => remove(index)} />
          </Box>
        ))}
      </Stack>
      {props.helperText !== undefined && <FormHelperText error={props.hasProblem}>{props.helperText}</FormHelperText>}
      <Button size="small" startIcon={<AddIcon />} disabled={!canAdd} onClick={() => add(rows.length)} sx={{ mt: 0.5 }}>
        {translate('contracts.variable.list.add')}
      </Button>
    </Box>
  );
}

interface RowActions {
  readonly add: () => void;
  readonly remove: () => void;
  readonly move: (by: -1 | 1) => void;
}

function actionOf(event: KeyboardEvent, row: string, actions: RowActions): (() => void) | null {
  if (event.key === 'Enter' && !event.shiftKey) return actions.add;
  if (event.key === 'Backspace' && row === '') return actions.remove;
  if (event.altKey && event.key === 'ArrowUp') return () => actions.move(-1);
  if (event.altKey && event.key === 'ArrowDown') return () => actions.move(1);
  return null;
}

interface RowButtonsProps {
  readonly position: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function RowButtons({ position, count, onMove, onRemove }: RowButtonsProps) {
  const translate = useTranslate();
  const at = { row: position };
  return (
    <>
      <IconButton size="small" disabled={position === 1} aria-label={translate('contracts.variable.list.moveUp', at)} onClick={() => onMove(-1)}>
        <UpIcon fontSize="small" />
      </IconButton>
      <IconButton size="small" disabled={position === count} aria-label={translate('contracts.variable.list.moveDown', at)} onClick={() => onMove(1)}>
        <DownIcon fontSize="small" />
      </IconButton>
      <IconButton size="small" aria-label={translate('contracts.variable.list.remove', at)} onClick={onRemove}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </>
  );
}
