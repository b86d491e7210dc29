import type { CheckedFinding } from '#shared/features/checker/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';

interface WaiveDialogProps {
  readonly contractId: ContractId;
  readonly finding: CheckedFinding;
  readonly error: ReplyError | null;
  readonly isRunning: boolean;
  /** Answers whether it was waived. */
  readonly onWaive: (finding: CheckedFinding, reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Asks why a finding may stand. */
export function WaiveDialog({ contractId, finding, onWaive, ...rest }: WaiveDialogProps) {
  const translate = useTranslate();
  return (
    <ReasonDialog
      {...rest}
      of={{ contractId, dialog: 'waiver', about: finding.fingerprint }}
      isOpen
      title={translate('checker.waiveTitle')}
      label={translate('checker.waiveReason')}
      submitLabel={translate('checker.waive')}
      maxLength={500}
      operation="checker.waive"
      onSubmit={(reason) => onWaive(finding, reason)}
    />
  );
}
