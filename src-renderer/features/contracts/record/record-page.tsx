import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Amendment } from '#shared/features/amendments/model.ts';
import { amendedFields } from '#shared/features/amendments/rules.ts';
import { isDecidedOn, isEditable } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type Contract, type ContractId, type KeptRecord } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving } from '../../../ui/leave-guard.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import type { RecordAssessment } from './form/assess-record.ts';
import { KeptRecordEditor, useKeptRecord } from './form/kept-record-editor.tsx';
import { contractToRecordForm, type RecordForm } from './form/record-form.ts';
import { RecordOutdated } from './record-outdated.tsx';

interface RecordPageProps {
  /** What other features say before the content of a contract is changed. */
  readonly renderNotice?: (id: ContractId) => ReactNode;
  readonly renderNewParty?: RenderNewParty;
}

/** Changes what is known of a contract beside its text. */
export function RecordPage({ renderNewParty, renderNotice }: RecordPageProps) {
  const translate = useTranslate();
  const id = contractIdSchema.parse(useParams()['contractId']);
  const contract = useOperation('contracts.get', { id });
  const amendments = useOperation('amendments.list', { contractId: id });
  const { data } = contract;
  const kept = useKeptRecord(useMemo(() => ({ contractId: id }), [id]));
  const error = contract.error ?? amendments.error ?? (kept.kind === 'failed' ? kept.error : null);
  const isLoading = data === undefined || amendments.data === undefined || kept.kind === 'loading';
  return (
    <Page
      title={translate('contracts.record.editTitle', { number: data?.summary.number ?? '' })}
      subtitle={data?.summary.title}
      back={{ to: `/contracts/${id}`, label: data?.summary.title ?? translate('contracts.title') }}
      maxWidth={1040}
    >
      {error !== null && <ErrorMessage error={error} onRetry={contract.error === null ? amendments.refetch : contract.refetch} />}
      {isLoading && error === null && <LoadingState shape="form" />}
      {data !== undefined && amendments.data !== undefined && kept.kind === 'ready' && (
        <Stack spacing={2}>
          {isDecidedOn(data.summary.stage) && <Alert severity="warning">{translate('contracts.record.decided')}</Alert>}
          {renderNotice?.(id)}
          <StoredRecord key={id} contract={data} kept={kept.kept} amended={amendments.data.amendments} renderNewParty={renderNewParty} />
        </Stack>
      )}
    </Page>
  );
}

interface StoredRecordProps {
  readonly contract: Contract;
  readonly amended: readonly Amendment[];
  readonly kept: { readonly form: KeptRecord; readonly keptAt: number } | null;
  readonly renderNewParty: RenderNewParty | undefined;
}

function StoredRecord({ contract, amended, kept, renderNewParty }: StoredRecordProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const saving = useCommand('contracts.saveRecord', { leaves: true });
  // The record that the form began with: a newer one must not be overwritten unseen.
  const [base, setBase] = useState(kept?.form.revision ?? contract.revision);
  const { id, stage } = contract.summary;
  const [of] = useState({ contractId: id });
  const [today] = useState(presentDay);
  const isSigned = !isEditable(stage);
  const isAmountWithheld = isWithheld(contract.amount);

  async function submit({ title, record, amount }: RecordAssessment, { contractType }: RecordForm, forget: () => Promise<void>): Promise<void> {
    if (record === null) return;
    // What is fixed or not seen is not sent.
    const sent = isSigned || isAmountWithheld ? {} : { amount };
    const reply = await saving.run({ id, revision: base, title, contractType, record, ...sent });
    if (!reply.ok) return;
    await forget();
    toast.success(translate('contracts.record.saved'));
    void navigate(`/contracts/${id}`, { replace: true, ...afterSaving });
  }

  const goOn = () => {
    setBase(contract.revision);
    saving.reset();
  };
  const isOutdated = saving.error?.code === 'CHANGED_MEANWHILE';
  return (
    <KeptRecordEditor
      of={of}
      kept={kept}
      revision={base}
      fresh={() => contractToRecordForm(contract)}
      onStartOver={goOn}
      contractId={id}
      locks={{ isSigned, arePartiesOfText: contract.templateVersionId !== null, isAmountWithheld, amendedTerms: isSigned ? amendedFields(amended, today) : [] }}
      submitLabel={translate('contracts.record.save')}
      isSubmitting={saving.isRunning}
      onSubmit={(assessed, typed, forget) => void submit(assessed, typed, forget)}
      onCancel={() => void navigate(`/contracts/${id}`)}
      refused={saving.error}
      refusal={
        isOutdated ? <RecordOutdated contractPath={`/contracts/${id}`} onGoOn={goOn} /> : <ErrorMessage error={saving.error} operation="contracts.saveRecord" />
      }
      renderNewParty={renderNewParty}
    />
  );
}
