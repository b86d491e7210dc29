import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useCallback, useState } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import type { Contract, ContractBody, ContractEntry } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { afterSaving, LeaveGuard } from '../../../ui/leave-guard.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { RenderNewParty } from '../contract-form-context.ts';
import { contractToForm, restoreForm, type FormValues } from '../form-values.ts';
import { revisionFields, typedOf, typedToKept, type RevisionTyped } from '../revision-typed.ts';
import { ContractForm } from './contract-form.tsx';

interface ReviseContractFormProps {
  readonly contract: Contract;
  readonly body: ContractBody;
  readonly renderNewParty: RenderNewParty | undefined;
}

/** The form of a draft, filled with its current version, or as it was left; kept until it is saved or given up. */
export function ReviseContractForm(props: ReviseContractFormProps) {
  const { contract, body } = props;
  const of = { contractId: contract.summary.id, dialog: 'revision', about: '' } as const;
  return (
    <KeptForm of={of} revision={contract.revision} fields={revisionFields} fresh={() => typedOf(body, contractToForm(body, contract))}>
      {(kept) => <RevisionForm {...props} kept={kept} />}
    </KeptForm>
  );
}

function RevisionForm({ contract, body, renderNewParty, kept }: ReviseContractFormProps & { readonly kept: KeptFormOf<RevisionTyped> }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const toast = useToast();
  const revise = useCommand('contracts.revise', { leaves: true });
  // The version that the form began with: a newer one must not be overwritten unseen.
  const [base, setBase] = useState(kept.revision ?? contract.revision);
  const [initial] = useState(() => restoreForm(body, typedToKept(kept.typed), contractToForm(body, contract)));
  const [isDirty, setDirty] = useState(false);
  const { id } = contract.summary;
  const { keep } = kept;
  const noteTyped = useCallback(
    (typed: FormValues, dirty: boolean) => {
      setDirty(dirty);
      if (dirty) keep(typedOf(body, typed));
    },
    [body, keep],
  );

  async function submit(entry: ContractEntry): Promise<void> {
    const reply = await revise.run({ id, revision: base, entry });
    if (!reply.ok) return;
    const { versionNumber } = reply.value.summary;
    if (versionNumber === contract.summary.versionNumber) toast.info(translate('contracts.form.unchanged'));
    else toast.success(translate('contracts.form.revised', { version: versionNumber }));
    kept.forget();
    void navigate(`/contracts/${id}`, { replace: true, ...afterSaving });
  }

  const isOutdated = revise.error?.code === 'CHANGED_MEANWHILE';
  return (
    <>
      <LeaveGuard isDirty={isDirty || kept.isKept} onDiscard={kept.forget} />
      <ContractForm
        body={body}
        initial={initial}
        number={contract.summary.number}
        submitLabel={translate('contracts.form.submitRevise')}
        isSubmitting={revise.isRunning}
        onSubmit={(entry) => void submit(entry)}
        onTyped={noteTyped}
        renderNewParty={renderNewParty}
        notice={
          <>
            {kept.notice}
            {isOutdated ? (
              <Outdated
                contractPath={`/contracts/${id}`}
                onGoOn={() => {
                  setBase(contract.revision);
                  revise.reset();
                }}
              />
            ) : (
              <ErrorMessage error={revise.error} operation="contracts.revise" />
            )}
          </>
        }
        status={
          <>
            <Button component={RouterLink} to={`/contracts/${id}`} color="inherit">
              {translate('contracts.form.cancel')}
            </Button>
            {kept.status}
          </>
        }
      />
    </>
  );
}

interface OutdatedProps {
  readonly contractPath: string;
  /** Takes the latest version, which has arrived by now, as the one that what was typed replaces. */
  readonly onGoOn: () => void;
}

function Outdated({ contractPath, onGoOn }: OutdatedProps) {
  const translate = useTranslate();
  return (
    <Alert severity="warning" role="alert">
      {translate('contracts.form.changedMeanwhile')}
      <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 1, flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" color="inherit" onClick={onGoOn}>
          {translate('contracts.form.takeLatest')}
        </Button>
        <Button size="small" color="inherit" component={RouterLink} to={contractPath}>
          {translate('contracts.form.openLatest')}
        </Button>
      </Stack>
    </Alert>
  );
}
