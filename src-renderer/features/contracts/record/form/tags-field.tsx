import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOperation } from '../../../../ipc/use-query.ts';
import { useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';

/** Tags: those that other contracts have are offered, and any other may be typed. */
export function TagsField() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { problemTextByKey, visit } = useRecordFormContext();
  const { field } = useController({ control, name: 'tags' });
  const problem = problemTextByKey.get('tags');
  const known = useOperation('contracts.tags', undefined).data ?? [];
  const change = (tags: readonly string[]) => {
    field.onChange([...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]);
    visit('tags');
  };
  return (
    <Box data-field="tags">
      <Autocomplete<string, true, false, true>
        multiple
        freeSolo
        autoSelect
        filterSelectedOptions
        id="record-tags"
        options={known.map(({ tag }) => tag)}
        value={[...field.value]}
        onChange={(_, tags) => change(tags)}
        renderInput={(input) => (
          <TextField
            {...input}
            label={translate('contracts.record.field.tags')}
            error={problem !== undefined}
            helperText={problem ?? translate('contracts.record.tagsHint')}
          />
        )}
      />
    </Box>
  );
}
