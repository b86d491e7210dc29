import Divider from '@mui/material/Divider';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { DeviceFields } from './device-fields.tsx';
import { PolicyForm } from './policy-form.tsx';

/** How this laptop tells what falls due, and when the vault reminds of what. */
export function RemindersSection() {
  const translate = useTranslate();
  const mayRead = usePermission('contracts.read');
  const device = useOperation('reminders.device', undefined);
  const policy = useOperation('reminders.policy', undefined, { enabled: mayRead });
  return (
    <SectionCard title={translate('reminders.settings.title')} subtitle={translate('reminders.settings.subtitle')}>
      {device.error !== null && <ErrorMessage error={device.error} onRetry={device.refetch} />}
      {device.data === undefined ? <LoadingState /> : <DeviceFields device={device.data} mayRead={mayRead} />}
      {policy.data !== undefined && (
        <>
          <Divider sx={{ my: 1.5 }} />
          <PolicyForm stored={policy.data} />
        </>
      )}
    </SectionCard>
  );
}
