import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useId, useState, type ReactNode } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { ObligationForm } from './obligation-form.tsx';
import { ObligationRow } from './obligation-row.tsx';

interface ObligationsCardProps {
  readonly contractId: ContractId;
  readonly fulfilment: Fulfilment;
  /** Proposes from the text, where there is one to be read. */
  readonly proposals: ReactNode;
}

/** What each side owes under a contract, in the order of the days. */
export function ObligationsCard({ contractId, fulfilment, proposals }: ObligationsCardProps) {
  const translate = useTranslate();
  const titleId = useId();
  const mayWrite = usePermission('fulfilment.write');
  const [edited, setEdited] = useState<Obligation | 'new' | null>(null);
  const { obligations } = fulfilment;
  const actions = mayWrite && (
    <Stack direction="row" spacing={1}>
      {proposals}
      <Button variant="contained" size="small" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
        {translate('fulfilment.add')}
      </Button>
    </Stack>
  );
  return (
    <SectionCard title={translate('fulfilment.obligations')} actions={actions}>
      {obligations.length === 0 ? (
        <EmptyState title={translate('fulfilment.empty.title')} body={translate(proposals === null ? 'fulfilment.empty.bodyWithoutText' : 'fulfilment.empty.body')} />
      ) : (
        <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {obligations.map((obligation) => (
            <ObligationRow key={obligation.id} obligation={obligation} fulfilment={fulfilment} onEdit={() => setEdited(obligation)} />
          ))}
        </Stack>
      )}
      <Dialog open={edited !== null} onClose={() => setEdited(null)} fullWidth maxWidth="sm" aria-labelledby={titleId}>
        {edited !== null && <ObligationForm titleId={titleId} contractId={contractId} fulfilment={fulfilment} obligation={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Dialog>
    </SectionCard>
  );
}
