import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import { useParams } from 'react-router';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { packIdSchema } from '#shared/features/exchange/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { AnswerCard } from './components/answer-card.tsx';
import { PackedContractCard } from './components/packed-contract.tsx';
import { PackedText } from './components/packed-text.tsx';
import { ReplyCard } from './components/reply-card.tsx';
import { SheetObligationCard } from './components/sheet-obligation.tsx';

/** A received pack: read, worked on or decided here, and answered. */
export function SheetPage() {
  const translate = useTranslate();
  const packId = packIdSchema.parse(useParams()['packId']);
  const sheet = useOperation('exchange.sheet', { packId });
  if (sheet.data !== undefined) return <Shown key={sheet.data.packId} sheet={sheet.data} />;
  return (
    <Page title={translate('exchange.title')} back={{ to: '/exchange', label: translate('exchange.title') }}>
      {sheet.error === null ? <LoadingState /> : <ErrorMessage error={sheet.error} onRetry={sheet.refetch} />}
    </Page>
  );
}

function Shown({ sheet }: { readonly sheet: Sheet }) {
  const translate = useTranslate();
  const format = useFormat();
  const [first] = sheet.contracts;
  const title = sheet.contracts.length === 1 && first !== undefined ? `${first.number} ${first.title}` : translate('exchange.sheet.many', { count: sheet.contracts.length });
  const hasMoney = sheet.amounts !== null && !isWithheld(sheet.amounts);
  const work = (
    <Stack spacing={2.5}>
      {sheet.contracts.map((contract) => (
        <SectionCard key={contract.id} title={sheet.contracts.length === 1 ? translate('fulfilment.obligations') : `${contract.number} ${contract.title}`}>
          <SheetObligationCard sheet={sheet} contract={contract} />
        </SectionCard>
      ))}
      <ReplyCard sheet={sheet} />
    </Stack>
  );
  return (
    <Page
      title={title}
      maxWidth={1080}
      back={{ to: '/exchange', label: translate('exchange.title') }}
      subtitle={translate('exchange.sheet.from', { name: sheet.contactName, time: format.dateTime(sheet.receivedAt) })}
    >
      <UnfinishedNotice contractId={null} dialogs={['packStep', 'packNote']} about={sheet.packId} />
      {sheet.message !== '' && <Alert severity="info" sx={{ whiteSpace: 'pre-line' }}>{sheet.message}</Alert>}
      <Tabbed
        label={title}
        tabs={[
          ...(sheet.kind === 'work' ? [{ key: 'work', label: translate('exchange.sheet.work'), content: work }] : [{ key: 'decide', label: translate('exchange.sheet.decide'), content: <AnswerCard sheet={sheet} /> }]),
          { key: 'text', label: translate('exchange.sheet.text'), content: <PackedText sheet={sheet} /> },
          {
            key: 'record',
            label: translate('exchange.sheet.record'),
            content: (
              <Stack spacing={2.5}>
                {!hasMoney && <Alert severity="info">{translate('exchange.opened.noAmounts')}</Alert>}
                {sheet.contracts.map((contract) => (
                  <PackedContractCard key={contract.id} packId={sheet.packId} contract={contract} amounts={sheet.amounts} />
                ))}
              </Stack>
            ),
          },
        ]}
      />
    </Page>
  );
}
