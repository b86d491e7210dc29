import { CheckCard } from '../../features/checker/components/check-card.tsx';
import { ContractPage } from '../../features/contracts/contract-page.tsx';
import { ExportPanel } from '../../features/signing/components/export-panel.tsx';
import { usePermission, useVaultStatus } from '../../ipc/use-vault-status.ts';

export function ShownContract() {
  const status = useVaultStatus();
  const maySign = usePermission('signing.sign');
  const userName = status?.state === 'unlocked' ? status.user.name : '';
  return (
    <ContractPage
      checkCard={(contractId) => <CheckCard contractId={contractId} />}
      {...(maySign ? { exportPanel: (contractId) => <ExportPanel contractId={contractId} userName={userName} /> } : {})}
    />
  );
}
