import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import { contractIdSchema, type ContractId } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useVaultStatus } from '../../ipc/use-vault-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import type { InsertionProvider } from '../../ui/document-editor/insert/insertion.ts';
import type { Spelling } from '../../ui/document-editor/spelling/spelling.ts';
import { ContractEditor } from './components/contract-editor.tsx';
import type { FindingsView } from './components/side-panel.tsx';
import { useKeptCopy } from './use-working-copy.ts';

interface EditorPageProps {
  /** More groups of the `/` menu, the clause library for one; given by the application. */
  readonly insertions?: readonly InsertionProvider[];
  /** How the person wants spelling checked; null while that is not known. */
  readonly spelling?: Spelling | null;
  /** More of the status line, such as the words that are let pass. */
  readonly status?: ReactNode;
  /** The checker's list of findings. */
  readonly renderFindings: (view: FindingsView) => ReactNode;
  /** What others said about the text that is to be mended. */
  readonly renderNotice?: (contractId: ContractId) => ReactNode;
}

/** The text of a contract under edit. */
export function EditorPage({ insertions = none, spelling = null, status, renderFindings, renderNotice }: EditorPageProps) {
  const translate = useTranslate();
  const { contractId } = useParams();
  const id = contractIdSchema.parse(contractId);
  const contract = useOperation('contracts.get', { id });
  const copy = useKeptCopy(id);
  const vault = useVaultStatus();
  const { data } = contract;
  const back = { to: `/contracts/${id}`, label: data?.summary.title ?? translate('contracts.title') };
  const title = translate('editor.title');
  if (data !== undefined && copy.kind === 'ready' && isEditable(data.summary.stage) && !isWithheld(data.body) && data.body !== null && !isWithheld(data.values)) {
    return <ContractEditor key={id} contract={data} body={data.body} values={data.values} kept={copy.kept} author={vault?.state === 'unlocked' ? vault.user.name : ''} renderFindings={renderFindings} notice={renderNotice?.(id)} insertions={insertions} spelling={spelling} status={status} />;
  }
  const isLoading = data === undefined || copy.kind === 'loading';
  const error = contract.error ?? (copy.kind === 'failed' ? copy.error : null);
  return (
    <Page title={title} back={back}>
      {error !== null && error.code !== 'WITHHELD' && <ErrorMessage error={error} onRetry={contract.refetch} />}
      {(error?.code === 'WITHHELD' || isWithheld(data?.body)) && <EmptyState title={translate('contracts.page.withheldTitle')} body={translate('contracts.page.withheldBody')} />}
      {error === null && isLoading && <LoadingState />}
      {error === null && data?.body === null && <EmptyState title={translate('contracts.page.noTextTitle')} body={translate('contracts.page.noTextBody')} />}
      {error === null && data !== undefined && data.body !== null && !isEditable(data.summary.stage) && <EmptyState title={translate('editor.fixedTitle')} body={translate('editor.fixedBody')} />}
    </Page>
  );
}

const none: readonly never[] = [];
