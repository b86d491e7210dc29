import SignIcon from '@mui/icons-material/DrawOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Identity } from '#shared/features/signing/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { certificateState } from '../certificate-state.ts';
import { useExport } from '../use-export.ts';
import { ExportProgress } from './export-progress.tsx';
import { ExportReceiptCard } from './export-receipt-card.tsx';
import { IdentityForm } from './identity-form.tsx';

interface ExportPanelProps {
  readonly contractId: ContractId;
  /** Fills in the name when the first certificate is made here. */
  readonly userName?: string;
}

/** Exports a contract as a signed PDF, from making the first certificate to showing the file. */
export function ExportPanel({ contractId, userName = '' }: ExportPanelProps) {
  const translate = useTranslate();
  const identity = useOperation('signing.identity', undefined);
  const { state, start, cancel } = useExport(contractId);
  const isRunning = state.kind === 'running';
  return (
    <SectionCard title={translate('signing.export.title')}>
      <Stack spacing={2} aria-live="polite">
        <Typography variant="body2" color="textSecondary">
          {translate('signing.export.lead')}
        </Typography>
        {state.kind === 'done' && <ExportReceiptCard contractId={contractId} receipt={state.receipt} />}
        {state.kind === 'cancelled' && <Alert severity="info">{translate('signing.export.cancelled')}</Alert>}
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="signing.exportSigned" />}
        {isRunning && <ExportProgress progress={state.progress} onCancel={() => void cancel()} />}
        {identity.error !== null && <ErrorMessage error={identity.error} onRetry={identity.refetch} />}
        {identity.data === undefined && identity.error === null && <LoadingState />}
        {identity.data === null && !isRunning && <FirstIdentity userName={userName} onCreated={() => void start()} />}
        {identity.data !== null && identity.data !== undefined && !isRunning && (
          <ExportButton identity={identity.data} isAgain={state.kind === 'done'} onStart={() => void start()} />
        )}
      </Stack>
    </SectionCard>
  );
}

interface FirstIdentityProps {
  readonly userName: string;
  readonly onCreated: () => void;
}

function FirstIdentity({ userName, onCreated }: FirstIdentityProps) {
  const translate = useTranslate();
  return (
    <>
      <Alert severity="info">{translate('signing.export.needsIdentity')}</Alert>
      <IdentityForm defaultName={userName} submitLabel={translate('signing.export.createAndExport')} onCreated={onCreated} />
      <Link component={RouterLink} to="/identity" variant="body2">
        {translate('signing.export.importInstead')}
      </Link>
    </>
  );
}

interface ExportButtonProps {
  readonly identity: Identity;
  readonly isAgain: boolean;
  readonly onStart: () => void;
}

function ExportButton({ identity, isAgain, onStart }: ExportButtonProps) {
  const translate = useTranslate();
  const [now] = useState(() => Date.now());
  if (certificateState(identity, now).kind === 'expired') {
    return (
      <LeadingAlert severity="warning" to="/identity" label={translate('signing.export.renew')}>
        {translate('signing.export.expired')}
      </LeadingAlert>
    );
  }
  return (
    <Stack spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Button variant={isAgain ? 'outlined' : 'contained'} startIcon={<SignIcon />} onClick={onStart}>
        {translate(isAgain ? 'signing.export.again' : 'signing.export.submit')}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {translate('signing.export.signAs', { name: identity.commonName })}{' '}
        <Link component={RouterLink} to="/identity">
          {translate('signing.export.change')}
        </Link>
      </Typography>
    </Stack>
  );
}
