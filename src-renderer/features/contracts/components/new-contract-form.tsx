import { useNavigate } from 'react-router';
import type { ContractEntry, KeptForm } from '#shared/features/contracts/model.ts';
import type { Template } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useResumedForm } from '../../../keeping/use-resumed-form.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import { newForm, restoreForm, type FormValues } from '../form-values.ts';
import { useKeepForm } from '../use-kept-form.ts';
import { ContractForm } from './contract-form.tsx';

interface NewContractFormProps {
  readonly template: Template;
  readonly kept: { readonly form: KeptForm; readonly keptAt: number } | null;
  readonly renderNewParty: RenderNewParty | undefined;
}

/** The form of a new contract: restored where it was left, and kept while it is filled in. */
export function NewContractForm({ template, kept, renderNewParty }: NewContractFormProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const create = useCommand('contracts.create', { leaves: true });
  const discard = useCommand('contracts.discardForm');
  const { versionId: templateVersionId } = template.summary;
  const keeping = useKeepForm(templateVersionId);

  function fresh(): FormValues {
    const title = language === 'zh-CN' ? template.summary.titleZh : template.summary.titleEn;
    return newForm(template.content, title, language === 'zh-CN' ? 'zh' : 'en', presentDay());
  }

  const { round, initial, keepTyped, notice, status } = useResumedForm({
    keptAt: kept?.keptAt ?? null,
    begin: () => (kept === null ? fresh() : restoreForm(template.content, kept.form, fresh())),
    fresh,
    keeping,
    discard: () => discard.run({ templateVersionId }),
  });

  async function submit(entry: ContractEntry): Promise<void> {
    const reply = await create.run({ templateVersionId, entry });
    if (!reply.ok) return;
    // Main has forgotten the kept form along with making the contract.
    keeping.stop();
    toast.success(translate('contracts.form.created', { number: reply.value.summary.number }));
    void navigate(`/contracts/${reply.value.summary.id}`, { replace: true });
  }

  return (
    <ContractForm
      key={round}
      body={template.content}
      initial={initial}
      number={null}
      submitLabel={translate('contracts.form.submitNew')}
      isSubmitting={create.isRunning}
      onSubmit={(entry) => void submit(entry)}
      onTyped={keepTyped}
      renderNewParty={renderNewParty}
      notice={
        <>
          {notice}
          <ErrorMessage error={create.error} operation="contracts.create" />
        </>
      }
      status={status}
    />
  );
}
