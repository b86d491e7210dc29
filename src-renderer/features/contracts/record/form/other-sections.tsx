import Box from '@mui/material/Box';
import { memo } from 'react';
import { confidentialityLevels, disputeModes } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { useNamesInUse } from '../../components/use-names-in-use.ts';
import { AmendedTerms } from './amended-terms.tsx';
import { AmountFields } from './amount-fields.tsx';
import { CustomRows } from './custom-rows.tsx';
import { fieldColumns } from './field-columns.ts';
import { PartyRows } from './party-rows.tsx';
import { RecordChoiceField } from './record-choice-field.tsx';
import { RecordDateField } from './record-date-field.tsx';
import { RecordTextField } from './record-text-field.tsx';
import { TagsField } from './tags-field.tsx';

export const PartiesSection = memo(function PartiesSection() {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('contracts.record.section.parties')}>
      <PartyRows />
    </SectionCard>
  );
});

export const MoneySection = memo(function MoneySection() {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('contracts.record.section.money')}>
      <AmountFields />
    </SectionCard>
  );
});

export const LawSection = memo(function LawSection() {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('contracts.record.section.law')}>
      <AmendedTerms of={['governingLaw', 'disputeMode', 'disputeForum', 'seat']} />
      <Box sx={fieldColumns}>
        <RecordTextField name="governingLaw" />
        <RecordChoiceField
          name="disputeMode"
          choices={disputeModes}
          labelOf={(each) => translate(`contracts.record.disputeMode.${each}`)}
          mayBeEmpty
        />
        <RecordTextField name="disputeForum" hint={translate('contracts.record.forumHint')} />
        <RecordTextField name="seat" />
      </Box>
    </SectionCard>
  );
});

/** Who looks after it, who may know, where the paper lies. */
export const KeepingSection = memo(function KeepingSection() {
  const translate = useTranslate();
  const names = useNamesInUse();
  return (
    <SectionCard title={translate('contracts.record.section.keeping')}>
      <AmendedTerms of={['warrantyUntil']} />
      <Box sx={fieldColumns}>
        <RecordTextField name="ownerName" offered={names.owners} />
        <RecordTextField name="department" offered={names.departments} />
        <RecordChoiceField
          name="confidentiality"
          choices={confidentialityLevels}
          labelOf={(each) => translate(`contracts.record.confidentiality.${each}`)}
        />
        <RecordDateField name="warrantyUntil" />
        <RecordTextField name="physicalCopyLocation" />
        <RecordTextField name="copies" isNumber />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <TagsField />
        </Box>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <RecordTextField name="notes" lines={3} />
        </Box>
      </Box>
    </SectionCard>
  );
});

export const CustomSection = memo(function CustomSection() {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('contracts.record.section.custom')}>
      <CustomRows />
    </SectionCard>
  );
});
