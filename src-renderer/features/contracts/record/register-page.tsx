import { useNavigate } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { Page } from '../../../ui/page.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import { RecordEditor } from './record-editor.tsx';
import { emptyRecordForm, registration } from './record-form.ts';

interface RecordPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Enters a contract that was made elsewhere. */
export function RegisterPage({ renderNewParty }: RecordPageProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const register = useCommand('contracts.register');
  const status = useVaultStatus();
  const user = status?.state === 'unlocked' ? status : null;
  return (
    <Page
      title={translate('contracts.record.registerTitle')}
      subtitle={translate('contracts.record.registerLead')}
      back={{ to: '/contracts', label: translate('contracts.title') }}
      maxWidth={1040}
    >
      <RecordEditor
        initial={{ ...emptyRecordForm, ownerName: user?.user.name ?? '' }}
        base={null}
        isSigned={false}
        isAmountWithheld={user?.compartments.includes('finance') === false}
        submitLabel={translate('contracts.record.register')}
        isRunning={register.isRunning}
        error={register.error}
        onSubmit={(form, read) =>
          void register.run(registration(form, read)).then((reply) => {
            if (!reply.ok) return;
            toast.success(translate('contracts.record.registered', { number: reply.value.summary.number }));
            void navigate(`/contracts/${reply.value.summary.id}`, afterSaving);
          })
        }
        renderNewParty={renderNewParty}
        onCancel={() => void navigate('/contracts')}
      />
    </Page>
  );
}
