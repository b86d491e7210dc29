import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { memo } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { effectiveConditions, exitAnchors, noticeMethods, renewalTypes } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { AmendedTerms } from './amended-terms.tsx';
import { fieldColumns } from './field-columns.ts';
import { RecordChoiceField } from './record-choice-field.tsx';
import { RecordDateField } from './record-date-field.tsx';
import type { RecordForm } from './record-form.ts';
import { RecordPeriodField } from './record-period-field.tsx';
import { RecordTextField } from './record-text-field.tsx';

/** When it was signed, from when to when it runs. */
export const TermSection = memo(function TermSection() {
  const translate = useTranslate();
  const months = translate('contracts.variable.unit.month');
  return (
    <SectionCard title={translate('contracts.record.section.term')}>
      <AmendedTerms of={['effectiveOn', 'initialTermMonths', 'expiresOn']} />
      <Box sx={fieldColumns}>
        <RecordDateField name="signedOn" />
        <RecordTextField name="signingPlace" />
        <RecordDateField name="effectiveOn" hint={translate('contracts.record.effectiveHint')} />
        <RecordChoiceField
          name="effectiveCondition"
          choices={effectiveConditions}
          labelOf={(each) => translate(`contracts.record.effectiveCondition.${each}`)}
          mayBeEmpty
        />
        <RecordTextField name="initialTermMonths" isNumber unit={months} hint={translate('contracts.record.initialTermHint')} />
        <RecordDateField name="expiresOn" hint={translate('contracts.record.expiresHint')} />
        <ContinuingField />
      </Box>
    </SectionCard>
  );
});

/** What happens at the end of the term, and how to stop it. */
export const RenewalSection = memo(function RenewalSection() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const renewalType = useWatch({ control, name: 'renewalType' });
  const renews = renewalType === 'auto' || renewalType === 'option';
  const months = translate('contracts.variable.unit.month');
  return (
    <SectionCard title={translate('contracts.record.section.renewal')}>
      <AmendedTerms of={['renewalType', 'renewalTermMonths', 'maxRenewals', 'optOutPeriod', 'optOutOn', 'noticeMethod', 'exitNotice', 'exitAnchor']} />
      <Box sx={fieldColumns}>
        <RecordChoiceField
          name="renewalType"
          choices={renewalTypes}
          labelOf={(each) => translate(`contracts.record.renewalType.${each}`)}
          hint={translate(`contracts.record.renewalHint.${renewalType}`)}
        />
        {renews && <RecordTextField name="renewalTermMonths" isNumber unit={months} />}
        {renews && <RecordTextField name="maxRenewals" isNumber hint={translate('contracts.record.maxRenewalsHint')} />}
        {renews && <RecordPeriodField name="optOutPeriod" unitName="optOutUnit" hint={translate(`contracts.record.optOutHint.${renewalType}`)} />}
        {renews && <RecordDateField name="optOutOn" hint={translate('contracts.record.optOutOnHint')} />}
        {renews && (
          <RecordChoiceField
            name="noticeMethod"
            choices={noticeMethods}
            labelOf={(each) => translate(`contracts.record.noticeMethod.${each}`)}
            hint={translate('contracts.record.noticeMethodHint')}
          />
        )}
        <RecordPeriodField name="exitNotice" unitName="exitUnit" hint={translate('contracts.record.exitHint')} />
        <RecordChoiceField name="exitAnchor" choices={exitAnchors} labelOf={(each) => translate(`contracts.record.exitAnchor.${each}`)} />
      </Box>
    </SectionCard>
  );
});

function ContinuingField() {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { field } = useController({ control, name: 'continuingAfterExpiry' });
  return (
    <FormControlLabel
      sx={{ gridColumn: '1 / -1', mt: -1 }}
      label={translate('contracts.record.field.continuingAfterExpiry')}
      control={<Checkbox size="small" checked={field.value} onChange={(_, checked) => field.onChange(checked)} />}
    />
  );
}
