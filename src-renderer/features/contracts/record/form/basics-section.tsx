import Box from '@mui/material/Box';
import { memo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { contractLanguages } from '#shared/features/contracts/model.ts';
import { recordKinds } from '#shared/features/contracts/record.ts';
import { isChild } from '#shared/features/contracts/record-rules.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { fieldColumns } from './field-columns.ts';
import { ParentField } from './parent-field.tsx';
import { RecordChoiceField } from './record-choice-field.tsx';
import { useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';
import { RecordTextField } from './record-text-field.tsx';

const stages = ['draft', 'signed'] as const;

/** What the contract is, and what it belongs to. */
export const BasicsSection = memo(function BasicsSection() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { isNew } = useRecordFormContext();
  const recordKind = useWatch({ control, name: 'recordKind' });
  return (
    <SectionCard title={translate('contracts.record.section.basics')}>
      <Box sx={fieldColumns}>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <RecordTextField name="title" required />
        </Box>
        {isNew && <RecordTextField name="number" hint={translate('contracts.record.numberHint')} />}
        {isNew && (
          <RecordChoiceField
            name="stage"
            choices={stages}
            labelOf={(each) => translate(`contracts.record.entryStage.${each}`)}
            hint={translate('contracts.record.stageHint')}
          />
        )}
        <RecordChoiceField name="contractType" choices={contractTypes} labelOf={(each) => translate(`contracts.type.${each}`)} />
        {isNew && (
          <RecordChoiceField name="language" choices={contractLanguages} labelOf={(each) => translate(`contracts.language.${each}`)} />
        )}
        <RecordChoiceField
          name="recordKind"
          choices={recordKinds}
          labelOf={(each) => translate(`contracts.kind.${each}`)}
        />
        {isChild({ recordKind }) && <ParentField />}
      </Box>
    </SectionCard>
  );
});
