import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Signer, SignerId } from '#shared/features/signing/envelope-model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

interface SignerListProps {
  readonly signers: readonly Signer[];
  /** Whose turn it is. */
  readonly nextId: SignerId | null;
}

/** The signers in their order, with what is known of each signature. */
export function SignerList({ signers, nextId }: SignerListProps) {
  const translate = useTranslate();
  return (
    <Stack component="ol" spacing={1.25} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {signers.map((signer, index) => (
        <Box component="li" key={signer.id} data-signer={signer.state} sx={{ display: 'flex', gap: 1.25, alignItems: 'flex-start' }}>
          <Typography variant="body2" color="textSecondary" sx={{ minWidth: '1.5em', pt: 0.25 }}>
            {index + 1}
          </Typography>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="subtitle2">{signer.title === '' ? signer.name : translate('signing.envelope.nameAndTitle', { name: signer.name, title: signer.title })}</Typography>
            <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
              {[signer.partyName, translate(`signing.method.${signer.method}`)].filter((part) => part !== '').join(' · ')}
            </Typography>
            <SignerFacts signer={signer} />
          </Box>
          <SignerChip signer={signer} isNext={signer.id === nextId} />
        </Box>
      ))}
    </Stack>
  );
}

function SignerChip({ signer: { state }, isNext }: { readonly signer: Signer; readonly isNext: boolean }) {
  const translate = useTranslate();
  if (state === 'signed') return <StatusChip tone="success" label={translate('signing.envelope.signer.signed')} />;
  if (state === 'declined') return <StatusChip tone="danger" label={translate('signing.envelope.signer.declined')} />;
  return <StatusChip tone={isNext ? 'warning' : 'neutral'} label={translate(isNext ? 'signing.envelope.signer.next' : 'signing.envelope.signer.waiting')} />;
}

/** When, by whose hands, with which certificate; and what was kept of the act. */
function SignerFacts({ signer }: { readonly signer: Signer }) {
  const translate = useTranslate();
  const format = useFormat();
  const { signedAt, recordedByName, certificateSubject, sealName, timestampState, evidence } = signer;
  if (signedAt === null) return null;
  const kept = isWithheld(evidence) ? null : evidence;
  const lines = [
    translate('signing.envelope.fact.signedAt', { time: format.dateTime(signedAt), person: recordedByName ?? '' }),
    ...(sealName === null ? [] : [translate('signing.envelope.fact.seal', { name: sealName })]),
    ...(certificateSubject === null ? [] : [translate('signing.envelope.fact.certificate', { subject: certificateSubject })]),
    ...(kept?.idCheck ? [translate('signing.envelope.fact.idCheck', { kind: translate(`signing.idCheck.${kept.idCheck.kind}`), note: kept.idCheck.note })] : []),
    ...(kept !== null && kept.points > 0 ? [translate('signing.envelope.fact.strokes', { strokes: kept.strokes, points: kept.points, seconds: (kept.milliseconds / 1000).toFixed(1) })] : []),
    ...(kept?.comparison ? [translate(`signing.envelope.fact.comparison.${kept.comparison.outcome}`)] : []),
    ...(timestampState === 'none' ? [] : [translate(`signing.envelope.fact.timestamp.${timestampState}`)]),
  ];
  return (
    <>
      {lines.map((line) => (
        <Typography key={line} variant="caption" component="div" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {line}
        </Typography>
      ))}
    </>
  );
}
