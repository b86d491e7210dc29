import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { CheckedFinding, CheckReport } from '#shared/features/checker/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { FindingsPanel } from './findings-panel.tsx';
import { ScoreSummary } from './score-summary.tsx';
import { WaiveDialog } from './waive-dialog.tsx';

interface LiveFindingsProps {
  readonly contractId: ContractId;
  /** Of the text as it is being edited. */
  readonly report: CheckReport;
  readonly chosen: string | null;
  readonly onGo: (finding: CheckedFinding) => void;
  readonly onFix: (finding: CheckedFinding) => void;
}

/** What the checker finds in a text while it is typed. A finding can be waived once its words are in a saved version. */
export function LiveFindings({ contractId, report, chosen, onGo, onFix }: LiveFindingsProps) {
  const translate = useTranslate();
  const toast = useToast();
  const waive = useCommand('checker.waive');
  const withdraw = useCommand('checker.withdrawWaiver');
  const [waiving, setWaiving] = useState<CheckedFinding | null>(null);
  const close = () => {
    setWaiving(null);
    waive.reset();
  };
  const takeBack = async ({ ruleId, fingerprint }: CheckedFinding) => {
    const reply = await withdraw.run({ contractId, ruleId, fingerprint });
    if (!reply.ok) toast.failure(reply.error);
  };
  const setAside = async ({ ruleId, fingerprint }: CheckedFinding, reason: string) => {
    const reply = await waive.run({ contractId, ruleId, fingerprint, reason });
    if (reply.ok) toast.success(translate('checker.waived'));
    else if (reply.error.code === 'FINDING_GONE') {
      // The reason stays kept for then.
      toast.info(translate('checker.waiveOnceSaved'));
      close();
    }
    return reply.ok;
  };
  return (
    <Stack spacing={2}>
      <ScoreSummary report={report} />
      <FindingsPanel findings={report.findings} clauses={report.clauses} chosen={chosen} onGo={onGo} onFix={onFix} onWaive={setWaiving} onWithdraw={(finding) => void takeBack(finding)} />
      {waiving !== null && <WaiveDialog contractId={contractId} finding={waiving} error={waive.error} isRunning={waive.isRunning} onWaive={setAside} onClose={close} />}
    </Stack>
  );
}
