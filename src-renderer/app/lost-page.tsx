import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../i18n/i18n.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';

/** An address that leads nowhere. */
export function LostPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('app.lost.title')}>
      <EmptyState
        title={translate('app.lost.text')}
        action={
          <Button component={Link} to="/" variant="contained">
            {translate('app.lost.home')}
          </Button>
        }
      />
    </Page>
  );
}
