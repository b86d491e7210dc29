import { BackupsSection } from '../../features/backups/components/backups-section.tsx';
import { CalendarSection } from '../../features/calendar/components/calendar-section.tsx';
import { RulesSection } from '../../features/checker/components/rules-section.tsx';
import { RemindersSection } from '../../features/reminders/components/reminders-section.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { SpellingSection } from '../../features/spelling/components/spelling-section.tsx';
import { PeopleSection } from '../../features/users/components/people-section.tsx';
import { UpdatesSection } from '../../features/updates/components/updates-section.tsx';
import { ChangePassphrase } from '../../features/vault/components/change-passphrase.tsx';
import { SystemUnlockSection } from '../../features/vault/components/system-unlock-section.tsx';
import { VaultSection } from '../../features/vault/components/vault-section.tsx';

export function JoinedSettings() {
  return (
    <SettingsPage
      passphrase={<ChangePassphrase />}
      calendar={<CalendarSection />}
      checker={<RulesSection />}
      spelling={<SpellingSection />}
      people={<PeopleSection />}
      vault={
        <>
          <VaultSection />
          <SystemUnlockSection />
        </>
      }
      backups={<BackupsSection />}
      reminders={<RemindersSection />}
      updates={<UpdatesSection />}
    />
  );
}
