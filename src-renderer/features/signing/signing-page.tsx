import { usePermission } from '../../ipc/use-vault-status.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { EnvelopeTable } from './envelope/envelope-table.tsx';
import { SealsSection } from './envelope/seals-section.tsx';
import { TimestampSection } from './envelope/timestamp-section.tsx';

/** What waits for signatures, what is signed, and what the company signs with. */
export function SigningPage() {
  const translate = useTranslate();
  const maySign = usePermission('signing.sign');
  return (
    <Page title={translate('signing.page.title')} subtitle={translate('signing.page.lead')}>
      <Tabbed
        label={translate('signing.page.title')}
        tabs={[
          { key: 'running', label: translate('signing.page.running'), content: <EnvelopeTable show="running" /> },
          { key: 'completed', label: translate('signing.page.completed'), content: <EnvelopeTable show="completed" /> },
          { key: 'closed', label: translate('signing.page.closed'), content: <EnvelopeTable show="closed" /> },
          { key: 'seals', label: translate('signing.page.seals'), content: <SealsSection /> },
          ...(maySign ? [{ key: 'timestamps', label: translate('signing.page.timestamps'), content: <TimestampSection /> }] : []),
        ]}
      />
    </Page>
  );
}
