import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { fingerprintGroups } from '#shared/features/exchange/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { Fingerprint } from './fingerprint.tsx';
import { QrCode } from './qr-code.tsx';

/** The person's own identity: made when it is first looked at, handed to others as a card. */
export function IdentityCard() {
  const translate = useTranslate();
  const toast = useToast();
  const identity = useOperation('exchange.identity', undefined);
  const { run: make, error } = useCommand('exchange.makeIdentity');
  const save = useCommand('exchange.saveCard');
  const isMissing = identity.data === null;
  useEffect(() => {
    if (isMissing) void make(undefined);
  }, [isMissing, make]);
  const own = identity.data;
  const saveCard = async () => {
    const reply = await save.run(undefined);
    if (reply.ok && reply.value !== null) toast.success(translate('exchange.identity.saved', { name: reply.value.fileName }));
  };
  return (
    <SectionCard
      title={translate('exchange.identity.title')}
      subtitle={translate('exchange.identity.lead')}
      actions={
        <Button variant="outlined" disabled={own === null || own === undefined} onClick={() => void saveCard()}>
          {translate('exchange.identity.save')}
        </Button>
      }
    >
      <ErrorMessage error={error ?? save.error ?? identity.error} />
      {own === null || own === undefined ? (
        <LoadingState />
      ) : (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3} sx={{ alignItems: { sm: 'center' } }}>
          <QrCode text={fingerprintGroups(own.fingerprint).join(' ')} label={translate('exchange.identity.qr', { name: own.name })} />
          <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
            <Typography variant="h3" component="p">
              {own.name}
            </Typography>
            <Fingerprint fingerprint={own.fingerprint} />
            <CopyButton text={fingerprintGroups(own.fingerprint).join(' ')} label={translate('exchange.identity.copy')} />
            <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 520 }}>
              {translate('exchange.identity.how')}
            </Typography>
          </Stack>
        </Stack>
      )}
    </SectionCard>
  );
}
