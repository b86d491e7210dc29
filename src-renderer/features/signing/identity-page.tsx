import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Identity } from '#shared/features/signing/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useVaultStatus } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { useConfirm } from '../../ui/confirm-store.ts';
import { useToast } from '../../ui/use-toast.ts';
import { CertificateCard } from './components/certificate-card.tsx';
import { IdentityForm } from './components/identity-form.tsx';
import { Pkcs12Form } from './components/pkcs12-form.tsx';

/** The certificate that the person signs with, and the two ways to get one. */
export function IdentityPage() {
  const translate = useTranslate();
  const identity = useOperation('signing.identity', undefined);
  return (
    <Page title={translate('signing.title')} subtitle={translate('signing.lead')} maxWidth={1040}>
      {identity.error !== null && <ErrorMessage error={identity.error} onRetry={identity.refetch} />}
      {identity.error === null && identity.data === undefined && <LoadingState />}
      {identity.data !== undefined && <IdentityView identity={identity.data} />}
    </Page>
  );
}

function IdentityView({ identity }: { readonly identity: Identity | null }) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const status = useVaultStatus();
  const userName = status?.state === 'unlocked' ? status.user.name : '';
  const confirmReplacing = () =>
    confirm({
      title: translate('signing.replace.confirmTitle'),
      body: translate('signing.replace.notice'),
      confirmLabel: translate('signing.replace.confirm'),
      cancelLabel: translate('signing.replace.cancel'),
    });
  const asking = identity === null ? {} : { confirm: confirmReplacing };
  return (
    <>
      {identity === null ? <NoIdentity /> : <CertificateCard identity={identity} />}
      <SectionCard title={translate(identity === null ? 'signing.create.title' : 'signing.create.replaceTitle')}>
        <Stack spacing={2}>
          <Typography color="textSecondary">{translate('signing.create.hint')}</Typography>
          <IdentityForm
            key={identity?.fingerprintSha256 ?? userName}
            defaultName={identity?.commonName ?? userName}
            submitLabel={translate('signing.create.submit')}
            isQuiet={identity !== null}
            onCreated={() => toast.success(translate('signing.create.done'))}
            {...asking}
          />
        </Stack>
      </SectionCard>
      <SectionCard title={translate('signing.import.title')}>
        <Stack spacing={2}>
          <Typography color="textSecondary">{translate('signing.import.hint')}</Typography>
          <Pkcs12Form
            key={identity?.fingerprintSha256 ?? 'first'}
            onImported={() => toast.success(translate('signing.import.done'))}
            {...asking}
          />
        </Stack>
      </SectionCard>
    </>
  );
}

function NoIdentity() {
  const translate = useTranslate();
  return (
    <Alert severity="info">
      <Typography variant="subtitle2">{translate('signing.none.title')}</Typography>
      {translate('signing.none.body')}
    </Alert>
  );
}
