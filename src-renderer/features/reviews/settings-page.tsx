import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { ChecklistSettings } from './settings/checklist-settings.tsx';
import { LawRegister } from './settings/law-register.tsx';
import { PolicySettings } from './settings/policy-settings.tsx';

/** How often contracts are reviewed, by which questions, and which laws they are held against. */
export function ReviewSettingsPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('reviews.settings.title')} back={{ to: '/reviews', label: translate('reviews.title') }} maxWidth={1080}>
      <Tabbed
        label={translate('reviews.settings.title')}
        tabs={[
          { key: 'policy', label: translate('reviews.policy.title'), content: <PolicySettings /> },
          { key: 'checklists', label: translate('reviews.checklists.title'), content: <ChecklistSettings /> },
          { key: 'laws', label: translate('reviews.laws.title'), content: <LawRegister /> },
        ]}
      />
    </Page>
  );
}
