import PrintIcon from '@mui/icons-material/PrintOutlined';
import RuleIcon from '@mui/icons-material/TuneOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CheckedFinding, CheckReport } from '#shared/features/checker/ipc.ts';
import { findingKey } from '#shared/features/checker/model.ts';
import { contractIdSchema, type ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useResume } from '../../keeping/use-resume.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { CheckedText } from './components/checked-text.tsx';
import { FindingsPanel } from './components/findings-panel.tsx';
import { ScoreSummary } from './components/score-summary.tsx';
import { WaiveDialog } from './components/waive-dialog.tsx';

/** A contract's text with everything that the checker found in it. */
export function CheckPage() {
  const translate = useTranslate();
  const { contractId } = useParams();
  const id = contractIdSchema.parse(contractId);
  const contract = useOperation('contracts.get', { id });
  const check = useOperation('checker.check', { contractId: id });
  const title = translate('checker.title');
  const summary = contract.data?.summary;
  return (
    <Page
      title={title}
      {...(summary === undefined ? {} : { subtitle: translate('checker.of', { number: summary.number, title: summary.title, version: summary.versionNumber }) })}
      back={{ to: `/contracts/${id}`, label: summary?.title ?? translate('contracts.title') }}
      actions={
        <Stack direction="row" spacing={1} sx={{ '@media print': { display: 'none' } }}>
          <Button component={Link} to="/checker/rules" variant="outlined" startIcon={<RuleIcon />}>
            {translate('checker.rules.title')}
          </Button>
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={() => globalThis.print()} disabled={check.data === undefined}>
            {translate('checker.print')}
          </Button>
        </Stack>
      }
    >
      <UnfinishedNotice contractId={id} dialogs={['waiver']} />
      {check.data !== undefined && <Checked key={id} report={check.data} contractId={id} />}
      {check.data === undefined && (check.error === null ? <LoadingState /> : <ErrorMessage error={check.error} onRetry={check.refetch} />)}
    </Page>
  );
}

function Checked({ report, contractId }: { readonly report: CheckReport; readonly contractId: ContractId }) {
  const translate = useTranslate();
  const toast = useToast();
  const mayWrite = usePermission('contracts.write');
  const waive = useCommand('checker.waive');
  const withdraw = useCommand('checker.withdrawWaiver');
  const [chosen, setChosen] = useState<string | null>(null);
  const [waiving, setWaiving] = useState<CheckedFinding | null>(null);

  const close = () => {
    setWaiving(null);
    waive.reset();
  };
  const takeBack = async ({ ruleId, fingerprint }: CheckedFinding) => {
    const reply = await withdraw.run({ contractId, ruleId, fingerprint });
    if (!reply.ok) toast.failure(reply.error);
  };
  const setAside = async (finding: CheckedFinding, reason: string) => {
    const { ruleId, fingerprint } = finding;
    const reply = await waive.run({ contractId, ruleId, fingerprint, reason });
    if (reply.ok) toast.success(translate('checker.waived'), { label: translate('ui.undo'), run: () => void takeBack(finding) });
    return reply.ok;
  };
  useResume('waiver', (about) => setWaiving(report.findings.find(({ fingerprint }) => fingerprint === about) ?? null));
  const deciding = mayWrite ? { onWaive: setWaiving, onWithdraw: (finding: CheckedFinding) => void takeBack(finding) } : {};
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 420px' }, alignItems: 'start' }}>
      <CheckedText report={report} chosen={chosen} onChoose={setChosen} />
      <Stack spacing={2} sx={{ position: { md: 'sticky' }, top: 16, maxHeight: { md: 'calc(100vh - 32px)' }, overflowY: { md: 'auto' }, '@media print': { maxHeight: 'none', overflow: 'visible', position: 'static' } }}>
        <Box sx={{ breakInside: 'avoid' }}>
          <SectionCard title={translate('checker.score')} subtitle={translate('checker.ruleSet', { version: report.ruleSetVersion })}>
            <ScoreSummary report={report} withKinds />
          </SectionCard>
        </Box>
        <SectionCard title={translate('checker.findings')}>
          <FindingsPanel findings={report.findings} clauses={report.clauses} chosen={chosen} onGo={(finding) => setChosen(findingKey(finding))} {...deciding} />
        </SectionCard>
      </Stack>
      {waiving !== null && <WaiveDialog contractId={contractId} finding={waiving} error={waive.error} isRunning={waive.isRunning} onWaive={setAside} onClose={close} />}
    </Box>
  );
}
