import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { Identity } from '#shared/features/signing/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { monospaced } from '../../../theme/theme.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { certificateState, groupFingerprint, type CertificateState } from '../certificate-state.ts';

/** The certificate that signs at present, with what it proves and what it does not. */
export function CertificateCard({ identity }: { readonly identity: Identity }) {
  const translate = useTranslate();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const validity = { from: format.date(identity.notBefore), to: format.date(identity.notAfter) };
  return (
    <SectionCard title={translate('signing.current')} actions={<StateChip state={certificateState(identity, now)} />}>
      <Stack spacing={2}>
        <DefinitionList
          labelWidth={168}
          items={[
            { label: translate('signing.field.subject'), value: identity.subject },
            { label: translate('signing.field.issuer'), value: identity.issuer },
            { label: translate('signing.field.validity'), value: translate('signing.field.validityValue', validity) },
            { label: translate('signing.field.origin'), value: translate(`signing.origin.${identity.origin}`) },
            {
              label: translate('signing.field.fingerprint'),
              value: <Fingerprint fingerprint={identity.fingerprintSha256} />,
            },
          ]}
        />
        <Alert severity="info">{translate(`signing.originNote.${identity.origin}`)}</Alert>
      </Stack>
    </SectionCard>
  );
}

function StateChip({ state }: { readonly state: CertificateState }) {
  const translate = useTranslate();
  if (state.kind === 'expiring') {
    return <StatusChip tone="warning" label={translate('signing.state.expiring', { days: state.days })} />;
  }
  return <StatusChip tone={state.kind === 'valid' ? 'success' : 'danger'} label={translate(`signing.state.${state.kind}`)} />;
}

function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const translate = useTranslate();
  const grouped = groupFingerprint(fingerprint);
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box component="span" sx={{ fontFamily: monospaced, maxWidth: '40ch' }}>
        {grouped}
      </Box>
      <CopyButton text={grouped} label={translate('signing.copyFingerprint')} />
    </Box>
  );
}
