import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { customKinds } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
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
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
      <TextField
        select
        label={translate('contracts.record.field.customKind')}
        value={row.kind}
        // A value of the former kind would rarely fit the new one.
        onChange={(event) => onChange({ ...row, kind: customKinds.find((kind) => kind === event.target.value) ?? 'text', value: '' })}
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
    return (
      <Box data-field={key}>
        <DateEntryField
          {...{ variable: { required: false }, id: `record-custom-${index}`, label, entry: row.value, onChange }}
          {...{ onBlur: () => visit(key), hasProblem: problem !== undefined, helperText: problem }}
        />
      </Box>
    );
  }
  if (row.kind === 'boolean') {
    return (
      <TextField select label={label} value={row.value} onChange={(event) => onChange(event.target.value)}>
        {(['', 'true', 'false'] as const).map((value) => (
          <MenuItem key={value} value={value}>
            {translate(value === '' ? 'contracts.notSet' : `contracts.record.yesNo.${value}`)}
          </MenuItem>
        ))}
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
      slotProps={{ htmlInput: { maxLength: 500, ...(row.kind === 'number' ? { inputMode: 'decimal' as const } : {}) } }}
    />
  );
}

const lineStyle = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'minmax(0, 2fr) 112px minmax(0, 3fr) auto' },
  columnGap: 1.5,
  rowGap: 1.5,
  alignItems: 'start',
} as const;
