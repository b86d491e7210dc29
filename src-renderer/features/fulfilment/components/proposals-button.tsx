import AutoFixHighIcon from '@mui/icons-material/AutoFixHighOutlined';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProposalsForm } from './proposals-form.tsx';

/** Offers what the contract's words seem to oblige each side to. */
export function ProposalsButton({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" size="small" startIcon={<AutoFixHighIcon />} onClick={() => setOpen(true)}>
        {translate('fulfilment.proposals.open')}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} fullWidth maxWidth="md" scroll="paper" aria-labelledby={titleId}>
        {isOpen && <ProposalsForm titleId={titleId} contract={contract} onClose={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}
