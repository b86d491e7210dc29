import { NameDialog } from '../../../ui/name-dialog.tsx';
import type { CheckedFinding } from '#shared/features/checker/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface WaiveDialogProps {
  readonly finding: CheckedFinding | null;
  readonly onWaive: (finding: CheckedFinding, reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why a finding may stand. */
export function WaiveDialog({ finding, onWaive, onClose }: WaiveDialogProps) {
  const translate = useTranslate();
  return (
    <NameDialog
      isOpen={finding !== null}
      title={translate('checker.waiveTitle')}
      label={translate('checker.waiveReason')}
      submitLabel={translate('checker.waive')}
      maxLength={500}
      onSubmit={(reason) => {
        if (finding !== null) onWaive(finding, reason);
      }}
      onClose={onClose}
    />
  );
}
