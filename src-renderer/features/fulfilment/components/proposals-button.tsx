import AutoFixHighIcon from '@mui/icons-material/AutoFixHighOutlined';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { freshProposals, proposalFields } from '../proposals-typed.ts';
import { ProposalsForm } from './proposals-form.tsx';

/** Offers what the contract's words seem to oblige each side to. */
export function ProposalsButton({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  useResume('proposals', () => setOpen(true));
  return (
    <>
      <Button variant="outlined" size="small" startIcon={<AutoFixHighIcon />} onClick={() => setOpen(true)}>
        {translate('fulfilment.proposals.open')}
      </Button>
      <KeptDialog of={{ contractId: contract.summary.id, dialog: 'proposals', about: '' }} fields={proposalFields} fresh={freshProposals} isOpen={isOpen} maxWidth="md" onClose={() => setOpen(false)} titleId={titleId}>
        {(kept) => <ProposalsForm titleId={titleId} contract={contract} kept={kept} />}
      </KeptDialog>
    </>
  );
}
