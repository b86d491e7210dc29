import { WaitingCard } from '../../features/approvals/components/waiting-card.tsx';
import { HomePage } from '../../features/home/home-page.tsx';

export function JoinedHome() {
  return <HomePage waiting={<WaitingCard />} />;
}
