import { useNavigate, useParams } from 'react-router';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type Contract } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
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
import { RecordEditor } from './record-editor.tsx';
import { contractToForm, type ReadForm, type RecordForm } from './record-form.ts';

interface RecordPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Changes what is known of a contract beside its text. */
export function RecordPage({ renderNewParty }: RecordPageProps) {
  const translate = useTranslate();
  const id = contractIdSchema.parse(useParams()['contractId']);
  const contract = useOperation('contracts.get', { id });
  const title = contract.data?.summary.title ?? translate('contracts.title');
  return (
    <Page
      title={translate('contracts.record.editTitle')}
      subtitle={contract.data?.summary.number}
      back={{ to: `/contracts/${id}`, label: title }}
      maxWidth={1040}
    >
      {contract.error !== null && <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
      {contract.data === undefined && contract.error === null && <LoadingState shape="form" />}
      {contract.data !== undefined && <StoredRecord key={id} contract={contract.data} renderNewParty={renderNewParty} />}
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
  const save = useCommand('contracts.saveRecord');
  const { id, stage } = contract.summary;
  const submit = async (form: RecordForm, { record, amount }: ReadForm) => {
    const reply = await save.run({
      id,
      revision: contract.revision,
      title: form.title.trim(),
      contractType: form.contractType as ContractType,
      record,
      ...(isWithheld(contract.amount) ? {} : { amount }),
    });
    if (!reply.ok) return;
    toast.success(translate('contracts.record.saved'));
    void navigate(`/contracts/${id}`, afterSaving);
  };
  return (
    <RecordEditor
      initial={contractToForm(contract)}
      base={contract.record}
      isSigned={!isEditable(stage)}
      isAmountWithheld={isWithheld(contract.amount)}
      submitLabel={translate('contracts.record.save')}
      isRunning={save.isRunning}
      error={save.error}
      onSubmit={(form, read) => void submit(form, read)}
      renderNewParty={renderNewParty}
      onCancel={() => void navigate(`/contracts/${id}`)}
    />
  );
}
