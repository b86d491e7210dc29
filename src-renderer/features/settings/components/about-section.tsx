import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

export function AboutSection() {
  const translate = useTranslate();
  const about = useOperation('settings.about', undefined);
  return (
    <SectionCard title={translate('settings.about.title')} subtitle={translate('settings.about.offline')}>
      {about.error !== null && <ErrorMessage error={about.error} onRetry={about.refetch} />}
      {about.isPending && <LoadingState />}
      {about.data !== undefined && (
        <DefinitionList
          items={[
            { label: translate('settings.about.version'), value: about.data.version },
            { label: translate('settings.about.platform'), value: about.data.platform },
            {
              label: translate('settings.about.parts'),
              value: `Electron ${about.data.electron} · Chromium ${about.data.chromium} · Node ${about.data.node}`,
            },
          ]}
        />
      )}
    </SectionCard>
  );
}
