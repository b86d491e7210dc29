import { useRouteError } from 'react-router';
import { CrashNotice } from './crash-notice.tsx';

/** What the router shows in the place of a page that broke. */
export function CrashPage() {
  return <CrashNotice error={useRouteError()} />;
}
