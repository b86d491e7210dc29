import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { contractIdSchema } from '#shared/features/contracts/model.ts';
import { recordKindSchema } from '#shared/features/contracts/record.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import type { RecordAssessment } from './form/assess-record.ts';
import { KeptRecordEditor, useKeptRecord } from './form/kept-record-editor.tsx';
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
  const register = useCommand('contracts.register', { leaves: true });
  const [search] = useSearchParams();
  const holdsFinance = useHolds('finance');
  const [of] = useState(() => {
    const [kind, parent] = [recordKindSchema.safeParse(search.get('kind')), contractIdSchema.safeParse(search.get('parent'))];
    return { kind: kind.success ? kind.data : 'standalone', parentId: parent.success ? parent.data : null } as const;
  });
  const kept = useKeptRecord(of);
  const fresh = () => newRecordForm({ language: language === 'en' ? 'en' : 'zh', kind: of.kind, parentId: of.parentId ?? '' });
  const locks: RecordLocks = { isSigned: false, arePartiesOfText: false, isAmountWithheld: !holdsFinance, amendedTerms: [] };

  async function submit({ title, record, amount }: RecordAssessment, typed: RecordForm, forget: () => Promise<void>): Promise<void> {
    if (record === null) return;
    const { contractType, language: contractLanguage, stage, number } = typed;
    const reply = await register.run({
      ...{ title, contractType, record, language: contractLanguage, stage, number },
      ...(holdsFinance ? { amount } : {}),
    });
    if (!reply.ok) return;
    await forget();
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
      {kept.kind === 'failed' && <ErrorMessage error={kept.error} />}
      {kept.kind === 'loading' && <LoadingState shape="form" />}
      {kept.kind === 'ready' && (
        <KeptRecordEditor
          contractId={null}
          of={of}
          kept={kept.kept}
          revision={null}
          fresh={fresh}
          locks={locks}
          submitLabel={translate('contracts.record.registerSubmit')}
          isSubmitting={register.isRunning}
          onSubmit={(assessed, typed, forget) => void submit(assessed, typed, forget)}
          onCancel={() => void navigate('/contracts')}
          refused={register.error}
          refusal={<ErrorMessage error={register.error} operation="contracts.register" />}
          renderNewParty={renderNewParty}
        />
      )}
    </Page>
  );
}
