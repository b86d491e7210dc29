import { BackupsPage } from '../../features/backups/backups-page.tsx';
import { TakeoutSection } from '../../features/takeout/takeout-section.tsx';

export function JoinedBackups() {
  return <BackupsPage takeout={<TakeoutSection />} />;
}
