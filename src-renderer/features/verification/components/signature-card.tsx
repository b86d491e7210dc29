import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SignatureReport } from '#shared/features/verification/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useReportWords } from '../use-report-words.ts';
import { Findings } from './findings.tsx';

interface SignatureCardProps {
  readonly signature: SignatureReport;
  readonly position: number;
}

const toneByState = { ok: 'success', changed: 'warning', broken: 'danger' } as const;

/** One signature: who, when by their own word, whether it holds, and what came after it. */
export function SignatureCard({ signature, position }: SignatureCardProps) {
  const translate = useTranslate();
  const words = useReportWords().signatureWords(signature);
  const { claimed, signer, integrity } = signature;
  const holds = signature.timestamp?.holds === true;
  const state = integrity === 'ok' && words.changes.length > 0 ? 'changed' : integrity;
  const optional = [
    { label: translate('verification.signature.claimedName'), value: claimed.name === signer?.commonName ? null : claimed.name },
    { label: translate('verification.signature.reason'), value: claimed.reason },
    { label: translate('verification.signature.location'), value: claimed.location },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <SectionCard
      title={translate('verification.signature.title', { position })}
      actions={
        <StatusChip tone={toneByState[state]} label={translate(`verification.signature.${state}`)} />
      }
    >
      <Stack spacing={2}>
        <DefinitionList
          labelWidth={168}
          items={[
            { label: translate('verification.signature.signer'), value: <strong>{words.signer}</strong> },
            ...optional,
            {
              label: translate('verification.signature.claimedTime'),
              value: <Time time={words.time} note={claimed.signedAt === null ? null : translate(holds ? 'verification.signature.timeStampedNote' : 'verification.signature.timeNote')} />,
            },
            ...(words.timestamp === null
              ? []
              : [{ label: translate('verification.signature.timestamp'), value: <Time time={words.timestamp} note={holds ? translate('verification.signature.stampedNote') : null} /> }]),
            { label: translate('verification.signature.coverage'), value: words.coverage },
            ...(signer === null
              ? []
              : [
                  {
                    label: translate('verification.signature.fingerprint'),
                    value: <Fingerprint fingerprint={signer.fingerprintSha256} />,
                  },
                ]),
          ]}
        />
        <Findings title={translate('verification.signature.problems')} lines={words.problems} severity="error" />
        <Findings title={translate('verification.signature.changes')} lines={words.changes} severity="warning" />
        <Alert severity={signature.trust === 'trusted' ? 'success' : 'info'}>
          {words.certificate.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </Alert>
        <Findings title={translate('verification.signature.weaknesses')} lines={words.weaknesses} severity="warning" />
        <Findings title={translate('verification.signature.harmless')} lines={words.harmless} severity="info" />
      </Stack>
    </SectionCard>
  );
}

function Time({ time, note }: { readonly time: string; readonly note: string | null }) {
  return (
    <>
      {time}
      {note !== null && (
        <Typography variant="body2" color="textSecondary">
          {note}
        </Typography>
      )}
    </>
  );
}

function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const translate = useTranslate();
  const grouped = fingerprint.toUpperCase().match(/.{1,4}/g)?.join(' ') ?? '';
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box component="span" sx={{ fontFamily: monospaced, maxWidth: '40ch' }}>
        {grouped}
      </Box>
      <CopyButton text={grouped} label={translate('verification.signature.copyFingerprint')} />
    </Box>
  );
}
