import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormLabel from '@mui/material/FormLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { memo } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { contractLanguages, type ContractLanguage } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { titleKey } from '../assess-form.ts';
import { useContractFormContext } from '../contract-form-context.ts';
import type { FormValues } from '../form-values.ts';
import { useFormFocus } from '../store.ts';

/** What every contract has, whatever its template: a title and a language. */
export const FormBasics = memo(function FormBasics() {
  const translate = useTranslate();
  const { control } = useFormContext<FormValues>();
  const { problemTextByKey, visit } = useContractFormContext();
  const activate = useFormFocus((focus) => focus.activate);
  const { field: title } = useController({ control, name: 'title' });
  const { field: language } = useController({ control, name: 'language' });
  const problem = problemTextByKey.get(titleKey);
  return (
    <SectionCard title={translate('contracts.form.basics')}>
      <Stack spacing={2} onFocus={() => activate(null)}>
        <Box data-field={titleKey}>
          <TextField
            fullWidth
            required
            id="contract-title"
            label={translate('contracts.form.titleField')}
            value={title.value}
            onChange={title.onChange}
            onBlur={() => visit(titleKey)}
            error={problem !== undefined}
            helperText={problem ?? translate('contracts.form.titleHint')}
            slotProps={{ htmlInput: { maxLength: 300 } }}
          />
        </Box>
        <FormControl>
          <FormLabel id="contract-language" sx={{ mb: 0.75, fontSize: 13 }}>
            {translate('contracts.language.label')}
          </FormLabel>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={language.value}
            aria-labelledby="contract-language"
            onChange={(_, chosen: ContractLanguage | null) => chosen !== null && language.onChange(chosen)}
          >
            {contractLanguages.map((each) => (
              <ToggleButton key={each} value={each}>
                {translate(`contracts.language.${each}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </FormControl>
      </Stack>
    </SectionCard>
  );
});
