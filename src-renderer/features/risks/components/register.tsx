import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { riskCategories, type Risk } from '#shared/features/risks/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useRegisterView } from '../store.ts';
import { RiskDialog } from './risk-dialog.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import { RiskTable } from './risk-table.tsx';

type Category = (typeof riskCategories)[number];

/** The register of risks, of one contract or of all, with the matrix that filters it. */
export function Register({ contractId }: { readonly contractId: ContractId | null }) {
  const translate = useTranslate();
  const mayWrite = usePermission('risks.write');
  const { view, change } = useRegisterView(contractId);
  const { withClosed, cell, categories } = view;
  const [edited, setEdited] = useState<Risk | 'new' | null>(null);
  const risks = useOperation('risks.list', { contractId, withClosed }, { keepPrevious: true });
  // The risk that is gone on with; it may be closed by now.
  const [resumed, setResumed] = useState<string | null>(null);
  useResume('risk', (about) => {
    if (about === '') return setEdited('new');
    change({ withClosed: true });
    setResumed(about);
  });
  const found = risks.data?.find(({ id }) => id === resumed);
  if (found !== undefined) {
    setResumed(null);
    setEdited(found);
  }
  if (risks.data === undefined) return risks.error === null ? <LoadingState /> : <ErrorMessage error={risks.error} onRetry={risks.refetch} />;
  const ofCategory = risks.data.filter(({ category }) => categories.length === 0 || categories.includes(category));
  const shown = ofCategory.filter(({ likelihood, impact }) => cell === null || (cell.likelihood === likelihood && cell.impact === impact));
  const add = mayWrite && (
    <Button variant="contained" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
      {translate('risks.add')}
    </Button>
  );
  return (
    <>
      {contractId === null && <UnfinishedNotice contractId={null} dialogs={['risk']} />}
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ mb: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <FilterMenu<Category>
          label={translate('risks.field.category')}
          options={riskCategories.map((category) => ({ value: category, label: translate(`risks.category.${category}`) }))}
          chosen={categories}
          onChange={(chosen) => change({ categories: chosen })}
        />
        <FormControlLabel control={<Switch checked={withClosed} onChange={(_, on) => change({ withClosed: on })} />} label={translate('risks.withClosed')} />
        {cell !== null && (
          <Button size="small" onClick={() => change({ cell: null })}>
            {translate('risks.matrix.clear', { likelihood: cell.likelihood, impact: cell.impact })}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        {add}
      </Stack>
      {risks.data.length === 0 ? (
        <EmptyState title={translate('risks.empty.title')} body={translate('risks.empty.body')} />
      ) : (
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '320px minmax(0, 1fr)' }, alignItems: 'start' }}>
          <RiskMatrix risks={ofCategory} chosen={cell} onChoose={(chosen) => change({ cell: chosen })} />
          {shown.length === 0 ? <EmptyState title={translate('risks.noneHere')} /> : <RiskTable risks={shown} withContract={contractId === null} {...(mayWrite ? { onEdit: setEdited } : {})} />}
        </Box>
      )}
      {edited !== null && <RiskDialog key={edited === 'new' ? 'new' : edited.id} risk={edited === 'new' ? null : edited} contractId={contractId} onClose={() => setEdited(null)} />}
    </>
  );
}
