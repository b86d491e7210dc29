import { useParams } from 'react-router';
import { contractIdSchema } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ReviseContractForm } from './components/revise-contract-form.tsx';
import type { RenderNewParty } from './contract-form-context.ts';

interface ReviseContractPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Changes what a draft says; what is saved becomes its next version. */
export function ReviseContractPage({ renderNewParty }: ReviseContractPageProps) {
  const translate = useTranslate();
  const id = contractIdSchema.parse(useParams()['contractId']);
  const contract = useOperation('contracts.get', { id });
  const { data } = contract;
  const title =
    data === undefined ? translate('contracts.page.revise') : translate('contracts.form.reviseTitle', { number: data.summary.number });
  return (
    <Page
      title={title}
      subtitle={data?.summary.title}
      back={{ to: `/contracts/${id}`, label: data?.summary.title ?? translate('contracts.title') }}
      maxWidth={1760}
    >
      {contract.error !== null && <ErrorMessage error={contract.error} onRetry={contract.refetch} />}
      {data === undefined && contract.error === null && <LoadingState shape="form" />}
      {data !== undefined && isWithheld(data.body) && (
        <EmptyState title={translate('contracts.page.withheldTitle')} body={translate('contracts.page.withheldBody')} />
      )}
      {data?.body === null && (
        <EmptyState title={translate('contracts.page.noTextTitle')} body={translate('contracts.page.noTextBody')} />
      )}
      {data !== undefined && !isWithheld(data.body) && data.body !== null && (
        <ReviseContractForm key={id} contract={data} body={data.body} renderNewParty={renderNewParty} />
      )}
    </Page>
  );
}
