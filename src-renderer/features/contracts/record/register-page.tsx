import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { recordKindSchema } from '#shared/features/contracts/record.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { Page } from '../../../ui/page.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import type { RecordAssessment } from './form/assess-record.ts';
import { RecordEditor } from './form/record-editor.tsx';
import type { RecordLocks } from './form/record-form-context.ts';
import { newRecordForm, type RecordForm } from './form/record-form.ts';

interface RegisterPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Enters a contract that was made elsewhere. `?kind=order&parent=…` begins with what it belongs to. */
export function RegisterPage({ renderNewParty }: RegisterPageProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const register = useCommand('contracts.register');
  const [search] = useSearchParams();
  const holdsFinance = useHolds('finance');
  const [initial] = useState(() => {
    const kind = recordKindSchema.safeParse(search.get('kind'));
    return newRecordForm({
      language: language === 'en' ? 'en' : 'zh',
      kind: kind.success ? kind.data : 'standalone',
      parentId: search.get('parent') ?? '',
    });
  });
  const locks: RecordLocks = { isSigned: false, arePartiesOfText: false, isAmountWithheld: !holdsFinance };

  async function submit({ title, record, amount }: RecordAssessment, typed: RecordForm): Promise<void> {
    if (record === null) return;
    const { contractType, language: contractLanguage, stage, number } = typed;
    const reply = await register.run({
      ...{ title, contractType, record, language: contractLanguage, stage, number },
      ...(holdsFinance ? { amount } : {}),
    });
    if (!reply.ok) return;
    toast.success(translate('contracts.record.registered', { number: reply.value.summary.number }));
    void navigate(`/contracts/${reply.value.summary.id}`, { replace: true, ...afterSaving });
  }

  return (
    <Page
      title={translate('contracts.record.registerTitle')}
      subtitle={translate('contracts.record.registerLead')}
      back={{ to: '/contracts', label: translate('contracts.title') }}
      maxWidth={1040}
    >
      <RecordEditor
        contractId={null}
        initial={initial}
        locks={locks}
        submitLabel={translate('contracts.record.registerSubmit')}
        isSubmitting={register.isRunning}
        onSubmit={(assessed, typed) => void submit(assessed, typed)}
        onCancel={() => void navigate('/contracts')}
        refusal={<ErrorMessage error={register.error} operation="contracts.register" />}
        renderNewParty={renderNewParty}
      />
    </Page>
  );
}
