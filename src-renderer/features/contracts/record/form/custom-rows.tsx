import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { CustomLine } from './custom-line.tsx';
import type { CustomField, RecordForm } from './record-form.ts';

const mostFields = 30;

/** Fields that this house keeps beside ours, each of a kind of its own. */
export function CustomRows() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { field } = useController({ control, name: 'custom' });
  const rows = field.value;
  const change = (index: number, row: CustomField) => field.onChange(rows.with(index, row));
  return (
    <div data-field="custom">
      {rows.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {translate('contracts.record.customHint')}
        </Typography>
      )}
      <Stack spacing={1.5}>
        {rows.map((row, index) => (
          <CustomLine
            key={index}
            index={index}
            row={row}
            onChange={(changed) => change(index, changed)}
            onRemove={() => field.onChange(rows.toSpliced(index, 1))}
          />
        ))}
      </Stack>
      {rows.length < mostFields && (
        <Button size="small" startIcon={<AddIcon />} onClick={() => field.onChange([...rows, { name: '', kind: 'text', value: '' }])} sx={{ mt: 1.5 }}>
          {translate('contracts.record.addCustom')}
        </Button>
      )}
    </div>
  );
}
