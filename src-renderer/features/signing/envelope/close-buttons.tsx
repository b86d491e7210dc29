import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { Envelope, Signer } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';

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
  useResume('refusal', () => setAsked('decline'));
  useResume('envelopeVoiding', () => setAsked('void'));
  if (!maySign) return null;
  const close = () => {
    setAsked(null);
    decline.reset();
    revoke.reset();
  };
  const about = { label: translate('signing.envelope.reasonLabel'), maxLength: 500, onClose: close };
  const { id: envelopeId, contractId } = envelope;
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
      {signer !== null && (
        <ReasonDialog
          {...about}
          of={{ contractId, dialog: 'refusal', about: signer.id }}
          isOpen={asked === 'decline'}
          title={translate('signing.envelope.declineTitle')}
          submitLabel={translate('signing.envelope.declineSubmit')}
          error={decline.error}
          operation="signing.declineEnvelope"
          isRunning={decline.isRunning}
          onSubmit={async (reason) => (await decline.run({ signerId: signer.id, reason })).ok}
        />
      )}
      <ReasonDialog
        {...about}
        of={{ contractId, dialog: 'envelopeVoiding', about: envelopeId }}
        isOpen={asked === 'void'}
        title={translate('signing.envelope.voidTitle')}
        submitLabel={translate('signing.envelope.void')}
        error={revoke.error}
        operation="signing.voidEnvelope"
        isRunning={revoke.isRunning}
        onSubmit={async (reason) => (await revoke.run({ envelopeId, reason })).ok}
      />
    </>
  );
}
