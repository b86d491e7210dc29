import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { FindingTable } from './finding-table.tsx';
import { KpiDialog } from './kpi-dialog.tsx';
import { KpiSparkline, KpiTarget } from './kpi-fields.tsx';
import { ReviewTable } from './review-table.tsx';

/** All that reviews say of one contract. */
export function ContractReviews({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayDo = usePermission('reviews.do');
  const [isAdding, setAdding] = useState(false);
  const [isMeasuring, setMeasuring] = useState(false);
  useResume('kpis', () => setMeasuring(true));
  const shown = useOperation('reviews.ofContract', { contractId });
  if (shown.data === undefined) return shown.error === null ? <LoadingState /> : <ErrorMessage error={shown.error} onRetry={shown.refetch} />;
  const { reviews, findings, kpis, repealedLaws } = shown.data;
  const canMeasure = mayDo && !isWithheld(kpis);
  return (
    <Stack spacing={2}>
      {!isWithheld(repealedLaws) && repealedLaws.length > 0 && (
        <Alert severity="warning">{translate('reviews.laws.citedHere', { laws: format.list(repealedLaws.map(({ nameZh }) => nameZh)) })}</Alert>
      )}
      <SectionCard
        title={translate('reviews.title')}
        actions={
          mayDo && (
            <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
              {translate('reviews.add.open')}
            </Button>
          )
        }
      >
        {reviews.length === 0 ? <EmptyState title={translate('reviews.ofContract.none.title')} body={translate('reviews.ofContract.none.body')} /> : <ReviewTable reviews={reviews} isDone={false} ofOne />}
      </SectionCard>
      {findings.length > 0 && (
        <SectionCard title={translate('reviews.tab.findings')}>
          <FindingTable findings={findings} />
        </SectionCard>
      )}
      <SectionCard
        title={translate('reviews.kpi.title')}
        actions={
          canMeasure && (
            <Button size="small" onClick={() => setMeasuring(true)}>
              {translate('reviews.kpi.edit')}
            </Button>
          )
        }
      >
        {isWithheld(kpis) && <Withheld />}
        {!isWithheld(kpis) && kpis.length === 0 && <Typography color="textSecondary">{translate('reviews.kpi.none')}</Typography>}
        {!isWithheld(kpis) && (
          <Stack spacing={1.5}>
            {kpis.map((kpi) => (
              <Stack key={kpi.id} direction="row" spacing={2} sx={{ alignItems: 'center' }}>
                <div style={{ flex: 1 }}>
                  <Typography variant="subtitle2">{kpi.name}</Typography>
                  <KpiTarget kpi={kpi} />
                </div>
                <KpiSparkline kpi={kpi} />
              </Stack>
            ))}
          </Stack>
        )}
      </SectionCard>
      {isAdding && <AddDialog contractId={contractId} onClose={() => setAdding(false)} />}
      {isMeasuring && !isWithheld(kpis) && <KpiDialog contractId={contractId} kpis={kpis} onClose={() => setMeasuring(false)} />}
    </Stack>
  );
}

function AddDialog({ contractId, onClose }: { readonly contractId: ContractId; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const add = useCommand('reviews.add');
  const [dueOn, setDueOn] = useState<string>(presentDay);
  const run = async () => {
    if (!isDay(dueOn)) return;
    const reply = await add.run({ contractId, dueOn });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('reviews.add.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {add.error !== null && <ErrorMessage error={add.error} />}
          <DateField required id={`${titleId}-due`} label={translate('reviews.column.due')} value={dueOn} onChange={setDueOn} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.add.go')} isDisabled={!isDay(dueOn)} isRunning={add.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
