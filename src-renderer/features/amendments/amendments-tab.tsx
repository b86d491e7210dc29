import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { useResume } from '../../keeping/use-resume.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { usePresentDay } from '../../ui/present-day.ts';
import { SectionCard } from '../../ui/section-card.tsx';
import { AmendmentDialog } from './components/amendment-dialog.tsx';
import { AmendmentEntry } from './components/amendment-entry.tsx';
import { TermsAsOf } from './components/terms-as-of.tsx';
import { VoidDialog } from './components/void-dialog.tsx';

/** What changed a contract since it was signed, and its terms on any day. */
export function AmendmentsTab({ contract }: { readonly contract: Contract }) {
  const translate = useTranslate();
  const mayWrite = usePermission('contracts.write');
  const { id, stage, archivedAt } = contract.summary;
  const listed = useOperation('amendments.list', { contractId: id });
  const today = usePresentDay();
  const [isAdding, setAdding] = useState(false);
  const [voidedId, setVoidedId] = useState<string | null>(null);
  useResume('amendment', () => setAdding(true));
  useResume('voiding', setVoidedId);
  if (listed.data === undefined) return listed.error === null ? <LoadingState /> : <ErrorMessage error={listed.error} onRetry={listed.refetch} />;
  const amended = listed.data;
  const voided = amended.amendments.find((one) => one.id === voidedId);
  const mayAmend = mayWrite && stage === 'signed' && archivedAt === null;

  const add = mayAmend && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
      {translate('amendments.add')}
    </Button>
  );
  return (
    <Stack spacing={2}>
      {amended.amendments.length === 0 ? (
        <EmptyState title={translate('amendments.empty.title')} body={translate(stage === 'signed' ? 'amendments.empty.signed' : 'amendments.empty.unsigned')} action={add} />
      ) : (
        <>
          <SectionCard title={translate('amendments.title')} actions={add}>
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {amended.amendments.toReversed().map((amendment) => (
                <AmendmentEntry key={amendment.id} amended={amended} amendment={amendment} today={today} onVoid={mayWrite ? () => setVoidedId(amendment.id) : undefined} />
              ))}
            </Box>
          </SectionCard>
          <TermsAsOf amended={amended} today={today} />
        </>
      )}
      <AmendmentDialog contract={contract} amended={amended} isOpen={isAdding} onClose={() => setAdding(false)} />
      {voided !== undefined && <VoidDialog contractId={id} amendmentId={voided.id} onClose={() => setVoidedId(null)} />}
    </Stack>
  );
}
