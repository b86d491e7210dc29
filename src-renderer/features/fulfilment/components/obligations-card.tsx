import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useId, useState, type ReactNode } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Obligation, ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MoveDialog, stepLeft } from './move-dialog.tsx';
import { freshObligation, ObligationForm, obligationFields } from './obligation-form.tsx';
import type { ResumedPart } from './obligation-details.tsx';
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
  const changed = edited === 'new' ? null : edited;
  const { obligations } = fulfilment;
  const status = useVaultStatus();
  const ownId = status?.state === 'unlocked' ? status.user.id : null;
  useResume('obligation', (about) => setEdited(obligations.find(({ id }) => id === about) ?? 'new'));
  const [step, setStep] = useState<{ readonly obligation: Obligation; readonly to: ObligationStatus } | null>(null);
  useResume('obligationStep', (about) => {
    const { id, to } = stepLeft(about);
    const obligation = obligations.find((one) => one.id === id);
    if (obligation !== undefined && to !== null) setStep({ obligation, to });
  });
  const [resumed, setResumed] = useState<{ readonly id: string; readonly part: ResumedPart } | null>(null);
  useResume('obligationNote', (id) => setResumed({ id, part: 'note' }));
  useResume('deliverable', (id) => setResumed({ id, part: 'deliverable' }));
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
            <ObligationRow key={obligation.id === resumed?.id ? `${resumed.id} ${resumed.part}` : obligation.id} obligation={obligation} fulfilment={fulfilment} goesOn={obligation.id === resumed?.id ? resumed.part : null} onEdit={() => setEdited(obligation)} />
          ))}
        </Stack>
      )}
      {step !== null && <MoveDialog {...step} today={fulfilment.today} onClose={() => setStep(null)} />}
      {edited !== null && (
        <KeptDialog of={{ contractId, dialog: 'obligation', about: changed?.id ?? '' }} revision={changed?.revision ?? null} fields={obligationFields} fresh={() => freshObligation(changed, ownId)} isOpen onClose={() => setEdited(null)} titleId={titleId}>
          {(kept) => <ObligationForm titleId={titleId} contractId={contractId} fulfilment={fulfilment} obligation={changed} kept={kept} />}
        </KeptDialog>
      )}
    </SectionCard>
  );
}
