import GroupIcon from '@mui/icons-material/GroupOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Envelope } from '#shared/features/signing/envelope-model.ts';
import { isRunning, nextSigner } from '#shared/features/signing/envelope-rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { ActButton } from './act-button.tsx';
import { CloseButtons } from './close-buttons.tsx';
import { EnvelopeStateChip } from './envelope-state-chip.tsx';
import { GiveSeat } from './give-seat.tsx';
import { PackageActions } from './package-actions.tsx';
import { SignerList } from './signer-list.tsx';
import { StartDialog } from './start-dialog.tsx';

/** Who signs this contract in which order, where that stands, and what comes next. */
export function EnvelopeCard({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const maySign = usePermission('signing.sign');
  const [isStarting, setStarting] = useState(false);
  useResume('signing', () => setStarting(true));
  const envelopes = useOperation('signing.envelopes', { contractId: contract.summary.id });
  const [current, ...earlier] = envelopes.data ?? [];
  const isBusy = current !== undefined && isRunning(current.state);
  const mayStart = maySign && !isBusy && contract.body !== null && isEditable(contract.summary.stage) && contract.summary.stage !== 'cancelled';
  if (envelopes.error !== null) return <ErrorMessage error={envelopes.error} onRetry={envelopes.refetch} />;
  if (envelopes.data === undefined || (current === undefined && !mayStart)) return null;
  return (
    <SectionCard title={translate('signing.envelope.title')} {...(current === undefined ? {} : { actions: <EnvelopeStateChip state={current.state} /> })}>
      <Stack spacing={2}>
        {current === undefined ? (
          <Typography variant="body2" color="textSecondary">
            {translate('signing.envelope.lead')}
          </Typography>
        ) : (
          <EnvelopeView envelope={current} contract={contract} />
        )}
        {mayStart && (
          <Button variant="outlined" startIcon={<GroupIcon />} onClick={() => setStarting(true)} sx={{ alignSelf: 'flex-start' }}>
            {translate(current === undefined ? 'signing.envelope.start' : 'signing.envelope.startAgain')}
          </Button>
        )}
        {earlier.length > 0 && <Earlier envelopes={earlier} />}
      </Stack>
      {isStarting && mayStart && <StartDialog contract={contract} onClose={() => setStarting(false)} />}
    </SectionCard>
  );
}

function EnvelopeView({ envelope, contract }: { readonly envelope: Envelope; readonly contract: Contract }) {
  const translate = useTranslate();
  const format = useFormat();
  const running = isRunning(envelope.state);
  const next = running ? nextSigner(envelope.signers) : null;
  const isStale = running && contract.versions[0]?.contentHash !== envelope.contentHash;
  return (
    <Stack spacing={2} data-envelope={envelope.state}>
      {isStale && <Alert severity="warning">{translate('signing.envelope.stale')}</Alert>}
      {running && envelope.expiresOn !== null && (
        <Typography variant="body2" color="textSecondary">
          {translate('signing.envelope.until', { day: format.date(envelope.expiresOn) })}
        </Typography>
      )}
      <SignerList signers={envelope.signers} nextId={next?.id ?? null} />
      <ClosingReason envelope={envelope} />
      {next !== null && !isStale && <ActButton envelope={envelope} signer={next} contract={contract} />}
      {running && <GiveSeat envelope={envelope} />}
      {envelope.state === 'completed' && <PackageActions envelope={envelope} contract={contract} />}
      {(running || envelope.state === 'expired') && <CloseButtons envelope={envelope} signer={next} />}
    </Stack>
  );
}

function ClosingReason({ envelope: { closingReason, endedBy } }: { readonly envelope: Envelope }) {
  const translate = useTranslate();
  if (endedBy !== null) return <Typography variant="body2">{translate(`signing.envelope.endedBy.${endedBy}`)}</Typography>;
  if (isWithheld(closingReason) || closingReason === '') return null;
  return <Typography variant="body2">{translate('signing.envelope.reason', { reason: closingReason })}</Typography>;
}

function Earlier({ envelopes }: { readonly envelopes: readonly Envelope[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" color="inherit" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {translate('signing.envelope.earlier', { count: envelopes.length })}
      </Button>
      <Collapse in={isOpen} unmountOnExit>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {envelopes.map((envelope) => (
            <Stack key={envelope.id} spacing={1}>
              <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
                <Typography variant="body2">{format.dateTime(envelope.createdAt)}</Typography>
                <EnvelopeStateChip state={envelope.state} />
              </Stack>
              <SignerList signers={envelope.signers} nextId={null} />
              <ClosingReason envelope={envelope} />
            </Stack>
          ))}
        </Stack>
      </Collapse>
    </div>
  );
}
