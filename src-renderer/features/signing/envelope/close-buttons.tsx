import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { Envelope, Signer } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';

interface CloseButtonsProps {
  readonly envelope: Envelope;
  /** Whose turn it is: who can refuse. */
  readonly signer: Signer | null;
}

/** Refusing to sign, and taking an envelope back; both with a reason. */
export function CloseButtons({ envelope, signer }: CloseButtonsProps) {
  const translate = useTranslate();
  const maySign = usePermission('signing.sign');
  const decline = useCommand('signing.declineEnvelope');
  const revoke = useCommand('signing.voidEnvelope');
  const [asked, setAsked] = useState<'decline' | 'void' | null>(null);
  if (!maySign) return null;
  const run = async (reason: string) => {
    const kind = asked;
    setAsked(null);
    if (kind === 'decline' && signer !== null) await decline.run({ signerId: signer.id, reason });
    if (kind === 'void') await revoke.run({ envelopeId: envelope.id, reason });
  };
  return (
    <>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {signer !== null && (
          <Button size="small" color="inherit" onClick={() => setAsked('decline')}>
            {translate('signing.envelope.decline', { name: signer.name })}
          </Button>
        )}
        <Button size="small" color="error" onClick={() => setAsked('void')}>
          {translate('signing.envelope.void')}
        </Button>
      </Stack>
      {decline.error !== null && <ErrorMessage error={decline.error} />}
      {revoke.error !== null && <ErrorMessage error={revoke.error} />}
      <NameDialog
        isOpen={asked !== null}
        title={translate(asked === 'decline' ? 'signing.envelope.declineTitle' : 'signing.envelope.voidTitle')}
        label={translate('signing.envelope.reasonLabel')}
        submitLabel={translate(asked === 'decline' ? 'signing.envelope.declineSubmit' : 'signing.envelope.void')}
        maxLength={500}
        onSubmit={(reason) => void run(reason)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
