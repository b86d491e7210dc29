import type { ReactNode } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { useHolds, usePermission } from '../../ipc/use-vault-status.ts';
import { Page } from '../../ui/page.tsx';
import { AboutSection } from './components/about-section.tsx';
import { AppearanceSection } from './components/appearance-section.tsx';
import { NumberingSection } from './components/numbering-section.tsx';
import { SecuritySection } from './components/security-section.tsx';

interface SettingsPageProps {
  /** Parts of the page that belong to other features. */
  readonly passphrase: ReactNode;
  readonly calendar: ReactNode;
  readonly checker: ReactNode;
  readonly spelling: ReactNode;
  readonly people: ReactNode;
  readonly vault: ReactNode;
  readonly backups: ReactNode;
  readonly reminders: ReactNode;
  readonly updates: ReactNode;
}

export function SettingsPage({ passphrase, calendar, checker, spelling, people, vault, backups, reminders, updates }: SettingsPageProps) {
  const translate = useTranslate();
  const mayConfigure = usePermission('vault.configure');
  const mayMakeBackups = usePermission('backups.make');
  const mayReadContracts = usePermission('contracts.read');
  const holdsTexts = useHolds('clauses');
  const mayWriteTexts = usePermission('contracts.write') && holdsTexts;
  return (
    <Page title={translate('settings.title')} maxWidth={960}>
      <AppearanceSection />
      <SecuritySection passphrase={passphrase} />
      {reminders}
      {mayReadContracts && <NumberingSection />}
      {mayReadContracts && calendar}
      {mayReadContracts && checker}
      {mayWriteTexts && spelling}
      {mayConfigure && people}
      {vault}
      {mayMakeBackups && backups}
      <AboutSection />
      {updates}
    </Page>
  );
}
