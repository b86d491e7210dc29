import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useOperation } from '../../../../ipc/use-query.ts';
import type { RecordForm } from './record-form.ts';

/** Tags: those that other contracts have are offered, and any other may be typed. */
export function TagsField() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { field } = useController({ control, name: 'tags' });
  const known = useOperation('contracts.tags', undefined).data ?? [];
  const change = (tags: readonly string[]) => {
    field.onChange([...new Set(tags.map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== ''))].slice(0, 30));
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
          <TextField {...input} label={translate('contracts.record.field.tags')} helperText={translate('contracts.record.tagsHint')} />
        )}
      />
    </Box>
  );
}
