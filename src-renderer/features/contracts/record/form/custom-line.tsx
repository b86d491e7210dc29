import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { customKinds } from '#shared/features/contracts/record.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate, type Translate } from '../../../../i18n/i18n.ts';
import { incompleteDate } from '../../../../ui/date-picker-field.tsx';
import { DateEntryField } from '../../components/fields/date-entry-field.tsx';
import { useRecordFormContext } from './record-form-context.ts';
import type { CustomField } from './record-form.ts';

interface CustomLineProps {
  readonly index: number;
  readonly row: CustomField;
  readonly onChange: (row: CustomField) => void;
  readonly onRemove: () => void;
}

/** A field of one's own: its name, its kind, and a value of that kind. */
export function CustomLine({ index, row, onChange, onRemove }: CustomLineProps) {
  const translate = useTranslate();
  const { problemTextByKey, visit } = useRecordFormContext();
  const nameProblem = problemTextByKey.get(`custom.${index}.name`);
  const changeKind = (kind: CustomField['kind']) => {
    onChange({ ...row, kind, value: convert(row, kind, translate) });
    visit(`custom.${index}.value`);
  };
  return (
    <Box role="group" aria-label={translate('contracts.record.customRow', { number: index + 1 })} sx={lineStyle}>
      <TextField
        data-field={`custom.${index}.name`}
        label={translate('contracts.record.field.customName')}
        value={row.name}
        onChange={(event) => onChange({ ...row, name: event.target.value })}
        onBlur={() => visit(`custom.${index}.name`)}
        error={nameProblem !== undefined}
        helperText={nameProblem}
      />
      <TextField
        select
        label={translate('contracts.record.field.customKind')}
        value={row.kind}
        onChange={(event) => changeKind(customKinds.find((kind) => kind === event.target.value) ?? 'text')}
      >
        {customKinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`contracts.record.customKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <CustomValue index={index} row={row} onChange={(value) => onChange({ ...row, value })} />
      <IconButton aria-label={translate('contracts.record.removeCustom', { number: index + 1 })} onClick={onRemove} sx={{ mt: 0.25 }}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

interface CustomValueProps {
  readonly index: number;
  readonly row: CustomField;
  readonly onChange: (value: string) => void;
}

function CustomValue({ index, row, onChange }: CustomValueProps) {
  const translate = useTranslate();
  const { problemTextByKey, visit } = useRecordFormContext();
  const key = `custom.${index}.value`;
  const problem = problemTextByKey.get(key);
  const label = translate('contracts.record.field.customValue');
  if (row.kind === 'date') {
    // A text that is no date stays until it is replaced; the picker has no place to show it.
    const hasText = row.value !== '' && row.value !== incompleteDate && !isDay(row.value);
    const said = hasText ? translate('contracts.record.customNoDate', { value: row.value }) : problem;
    return (
      <Box data-field={key}>
        <DateEntryField
          {...{ variable: { required: false }, id: `record-custom-${index}`, label, entry: row.value, onChange }}
          {...{ onBlur: () => visit(key), hasProblem: said !== undefined, helperText: said }}
        />
      </Box>
    );
  }
  if (row.kind === 'boolean') {
    const answers = ['', 'true', 'false'] as const;
    return (
      <TextField data-field={key} select label={label} value={row.value} onChange={(event) => onChange(event.target.value)} error={problem !== undefined} helperText={problem}>
        {answers.map((value) => (
          <MenuItem key={value} value={value}>
            {translate(value === '' ? 'contracts.notSet' : `contracts.record.yesNo.${value}`)}
          </MenuItem>
        ))}
        {answers.every((value) => value !== row.value) && <MenuItem value={row.value}>{row.value}</MenuItem>}
      </TextField>
    );
  }
  return (
    <TextField
      data-field={key}
      label={label}
      value={row.value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => visit(key)}
      error={problem !== undefined}
      helperText={problem}
      slotProps={{ htmlInput: row.kind === 'number' ? { inputMode: 'decimal' as const } : {} }}
    />
  );
}

/** A value as another kind has it; where it has none it stays as it is, and is told to be of the wrong kind. */
function convert({ kind, value }: CustomField, to: CustomField['kind'], translate: Translate): string {
  if (value === incompleteDate) return '';
  if (kind === 'boolean') return value === 'true' || value === 'false' ? translate(`contracts.record.yesNo.${value}`) : value;
  if (to !== 'boolean') return value;
  return (['true', 'false'] as const).find((answer) => translate(`contracts.record.yesNo.${answer}`).toLowerCase() === value.trim().toLowerCase()) ?? value;
}

const lineStyle = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 2fr) 112px minmax(0, 3fr) auto' },
  columnGap: 1.5,
  rowGap: 1.5,
  alignItems: 'start',
} as const;
