import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { PartyForm } from '../party-form.ts';
import { PartyKindField } from './party-kind-field.tsx';
import { PartyTextField } from './party-text-field.tsx';
import { StandingFields } from './standing-fields.tsx';
import { UsccField } from './uscc-field.tsx';

interface PartyFieldsProps {
  readonly isBankWithheld: boolean;
  readonly readOnly: boolean;
  /** What is said under the names. */
  readonly ofNames: ReactNode;
  readonly onNameLeft: () => void;
}

/** Every field of a party in its groups. Needs a surrounding FormProvider. */
export function PartyFields({ isBankWithheld, readOnly, ofNames, onNameLeft }: PartyFieldsProps) {
  const translate = useTranslate();
  const { control } = useFormContext<PartyForm>();
  const [kind, uscc, representative] = useWatch({ control, name: ['kind', 'uscc', 'legalRepresentative'] });
  // A natural person has neither; what was entered before the kind changed stays in sight.
  const isOrganisation = kind !== 'individual';
  return (
    <>
      <SectionCard title={translate('parties.form.identity')} subtitle={translate('parties.form.identityHint')}>
        <Columns>
          <Box sx={{ gridColumn: '1 / -1' }}>
            <PartyKindField readOnly={readOnly} />
          </Box>
          <PartyTextField name="nameZh" maxLength={200} readOnly={readOnly} onLeave={onNameLeft} />
          <PartyTextField name="nameEn" maxLength={200} readOnly={readOnly} onLeave={onNameLeft} />
          {ofNames}
          {(isOrganisation || uscc !== '') && <UsccField readOnly={readOnly} />}
          {(isOrganisation || representative !== '') && (
            <PartyTextField name="legalRepresentative" maxLength={80} readOnly={readOnly} />
          )}
        </Columns>
      </SectionCard>
      {kind !== 'internal' && (
        <SectionCard title={translate('parties.form.standing')} subtitle={translate('parties.form.standingHint')}>
          <Columns>
            <StandingFields readOnly={readOnly} />
          </Columns>
        </SectionCard>
      )}
      <SectionCard title={translate('parties.form.addresses')}>
        <Columns>
          <PartyTextField name="registeredAddress" maxLength={300} readOnly={readOnly} />
          <PartyTextField name="noticeAddress" maxLength={300} readOnly={readOnly} />
        </Columns>
      </SectionCard>
      <SectionCard title={translate('parties.form.contact')}>
        <Columns>
          <PartyTextField name="contactName" maxLength={80} readOnly={readOnly} />
          <PartyTextField name="contactPhone" maxLength={40} type="tel" readOnly={readOnly} />
          <PartyTextField name="contactEmail" maxLength={120} type="email" readOnly={readOnly} />
        </Columns>
      </SectionCard>
      <SectionCard title={translate('parties.form.bank')} subtitle={translate('parties.form.bankHint')}>
        {isBankWithheld ? (
          <Alert severity="info">{translate('parties.form.bankWithheld')}</Alert>
        ) : (
          <Columns>
            <PartyTextField name="bankName" maxLength={120} readOnly={readOnly} />
            <PartyTextField name="bankAccount" maxLength={64} readOnly={readOnly} />
          </Columns>
        )}
      </SectionCard>
      <SectionCard title={translate('parties.form.notes')}>
        <PartyTextField name="notes" maxLength={4000} lines={3} readOnly={readOnly} />
      </SectionCard>
    </>
  );
}

function Columns({ children }: { readonly children: ReactNode }) {
  const columns = { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' };
  return <Box sx={{ display: 'grid', gridTemplateColumns: columns, columnGap: 2, rowGap: 2.25 }}>{children}</Box>;
}
