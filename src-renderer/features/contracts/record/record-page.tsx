import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type Contract } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import type { RecordAssessment } from './form/assess-record.ts';
import { RecordEditor } from './form/record-editor.tsx';
import { contractToRecordForm, type RecordForm } from './form/record-form.ts';
import { RecordOutdated } from './record-outdated.tsx';

interface RecordPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Changes what is known of a contract beside its text. */
export function RecordPage({ renderNewParty }: RecordPageProps) {
  const translate = useTranslate();
  const id = contractIdSchema.parse(useParams()['contractId']);
  const contract = useOperation('contracts.get', { id });
  const { data } = contract;
  return (
    <Page
      title={translate('contracts.record.editTitle', { number: data?.summary.number ?? '' })}
      subtitle={data?.summary.title}
      back={{ to: `/contracts/${id}`, label: data?.summary.title ?? translate('contracts.title') }}
      maxWidth={1040}
    >
      {contract.error !== null && <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
      {data === undefined && contract.error === null && <LoadingState shape="form" />}
      {data !== undefined && <StoredRecord key={id} contract={data} renderNewParty={renderNewParty} />}
    </Page>
  );
}

interface StoredRecordProps {
  readonly contract: Contract;
  readonly renderNewParty: RenderNewParty | undefined;
}

function StoredRecord({ contract, renderNewParty }: StoredRecordProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const saving = useCommand('contracts.saveRecord');
  // The record that the form began with: a newer one must not be overwritten unseen.
  const [base, setBase] = useState(contract);
  const [initial] = useState(() => contractToRecordForm(contract));
  const { id, stage } = contract.summary;
  const isSigned = !isEditable(stage);
  const isAmountWithheld = isWithheld(contract.amount);

  async function submit({ title, record, amount }: RecordAssessment, { contractType }: RecordForm): Promise<void> {
    if (record === null) return;
    // What is fixed or not seen is not sent.
    const sent = isSigned || isAmountWithheld ? {} : { amount };
    const reply = await saving.run({ id, revision: base.revision, title, contractType, record, ...sent });
    if (!reply.ok) return;
    toast.success(translate('contracts.record.saved'));
    void navigate(`/contracts/${id}`, { replace: true, ...afterSaving });
  }

  const goOn = () => {
    setBase(contract);
    saving.reset();
  };
  const isOutdated = saving.error?.code === 'CHANGED_MEANWHILE';
  return (
    <RecordEditor
      contractId={id}
      initial={initial}
      locks={{ isSigned, arePartiesOfText: contract.templateVersionId !== null, isAmountWithheld }}
      submitLabel={translate('contracts.record.save')}
      isSubmitting={saving.isRunning}
      onSubmit={(assessed, typed) => void submit(assessed, typed)}
      onCancel={() => void navigate(`/contracts/${id}`)}
      refusal={
        isOutdated ? <RecordOutdated contractPath={`/contracts/${id}`} onGoOn={goOn} /> : <ErrorMessage error={saving.error} operation="contracts.saveRecord" />
      }
      renderNewParty={renderNewParty}
    />
  );
}
