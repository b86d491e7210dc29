import Box from '@mui/material/Box';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { ContractPicker } from '../../components/contract-picker.tsx';
import { useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

/** The contract that an order, amendment or termination agreement belongs to. */
export function ParentField() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { contractId, problemTextByKey, visit } = useRecordFormContext();
  const { field } = useController({ control, name: 'parentId' });
  const problem = problemTextByKey.get('parentId');
  return (
    <Box data-field="parentId">
      <ContractPicker
        id="record-parentId"
        label={translate('contracts.record.field.parentId')}
        value={field.value}
        exceptId={contractId}
        onChange={field.onChange}
        onBlur={() => visit('parentId')}
        hasProblem={problem !== undefined}
        helperText={problem ?? translate('contracts.record.parentHint')}
      />
    </Box>
  );
}
