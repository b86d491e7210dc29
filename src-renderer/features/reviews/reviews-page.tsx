import TuneIcon from '@mui/icons-material/TuneOutlined';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { FindingList } from './components/finding-list.tsx';
import { QuarterReports } from './components/quarter-reports.tsx';
import { ReviewList } from './components/review-list.tsx';
import { YearPlan } from './components/year-plan.tsx';

/** Which contracts are to be looked at, when and by whom; what that found; and the reports. */
export function ReviewsPage() {
  const translate = useTranslate();
  return (
    <Page
      title={translate('reviews.title')}
      subtitle={translate('reviews.lead')}
      actions={
        <Button component={Link} to="/reviews/settings" variant="outlined" startIcon={<TuneIcon />}>
          {translate('reviews.settings.title')}
        </Button>
      }
    >
      <Tabbed
        label={translate('reviews.title')}
        tabs={[
          { key: 'due', label: translate('reviews.tab.due'), content: <ReviewList key="due" show="due" /> },
          { key: 'overdue', label: translate('reviews.tab.overdue'), content: <ReviewList key="overdue" show="overdue" /> },
          { key: 'planned', label: translate('reviews.tab.planned'), content: <ReviewList key="planned" show="planned" /> },
          { key: 'plan', label: translate('reviews.tab.plan'), content: <YearPlan /> },
          { key: 'done', label: translate('reviews.tab.done'), content: <ReviewList key="done" show="done" /> },
          { key: 'findings', label: translate('reviews.tab.findings'), content: <FindingList /> },
          { key: 'reports', label: translate('reviews.tab.reports'), content: <QuarterReports /> },
        ]}
      />
    </Page>
  );
}
