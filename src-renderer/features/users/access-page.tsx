import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { ReviewCard } from './components/review-card.tsx';
import { SessionsCard } from './components/sessions-card.tsx';

/** Who may open the vault, looked at once a quarter; and who did. */
export function AccessPage() {
  const translate = useTranslate();
  return (
    <Page
      title={translate('access.title')}
      subtitle={translate('access.subtitle')}
      actions={
        <Button component={Link} to="/permissions" color="inherit">
          {translate('matrix.title')}
        </Button>
      }
    >
      <ReviewCard />
      <SessionsCard />
    </Page>
  );
}
