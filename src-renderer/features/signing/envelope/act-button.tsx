import SignIcon from '@mui/icons-material/DrawOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Envelope, Signer } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { CertificateDialog } from './certificate-dialog.tsx';
import { DrawingDialog } from './drawing-dialog.tsx';
import { ReturnedDialog } from './returned-dialog.tsx';
import { SealDialog } from './seal-dialog.tsx';

export interface ActProps {
  readonly envelope: Envelope;
  readonly signer: Signer;
  readonly contract: Contract;
}

/** What the next signer does, each in their own way. */
export function ActButton(props: ActProps) {
  const translate = useTranslate();
  const { signer } = props;
  const mayAct = usePermission(signer.method === 'seal' ? 'signing.seal' : 'signing.sign');
  const [isOpen, setOpen] = useState(false);
  if (!mayAct) return null;
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="contained" startIcon={<SignIcon />} onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
        {translate(`signing.act.${signer.method}`, { name: signer.name })}
      </Button>
      {isOpen && signer.method === 'certificate' && <CertificateDialog {...props} onClose={close} />}
      {isOpen && signer.method === 'drawn' && <DrawingDialog {...props} onClose={close} />}
      {isOpen && signer.method === 'seal' && <SealDialog {...props} onClose={close} />}
      {isOpen && (signer.method === 'wet_ink' || signer.method === 'external') && <ReturnedDialog {...props} onClose={close} />}
    </>
  );
}
