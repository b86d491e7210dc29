import { ContractPage } from '../../features/contracts/contract-page.tsx';
import { ExportPanel } from '../../features/signing/components/export-panel.tsx';
import { usePermission, useVaultStatus } from '../../ipc/use-vault-status.ts';

export function ShownContract() {
  const status = useVaultStatus();
  const maySign = usePermission('signing.sign');
  const userName = status?.state === 'unlocked' ? status.user.name : '';
  if (!maySign) return <ContractPage />;
  return <ContractPage exportPanel={(contractId) => <ExportPanel contractId={contractId} userName={userName} />} />;
}
