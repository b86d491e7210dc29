import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Box from '@mui/material/Box';
import { useSearchParams } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { Page } from '../../ui/page.tsx';
import { AlertList } from './components/alert-list.tsx';
import { Register } from './components/register.tsx';
import { RuleList } from './components/rule-list.tsx';
import { ScoreList } from './components/score-list.tsx';

const views = ['register', 'scores', 'alerts', 'rules'] as const;
type View = (typeof views)[number];

const contents: Readonly<Record<View, React.ReactNode>> = { register: <Register contractId={null} />, scores: <ScoreList />, alerts: <AlertList />, rules: <RuleList /> };

/** Risks: those that people see, those that contracts' facts point at, what was warned of, and by which rules. */
export function RisksPage() {
  const translate = useTranslate();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'register';
  return (
    <Page title={translate('risks.title')} subtitle={translate('risks.subtitle')}>
      <Box>
        <Tabs value={view} onChange={(_, next: View) => setSearch(next === 'register' ? {} : { view: next }, { replace: true })} aria-label={translate('risks.title')} sx={{ mb: 2 }}>
          {views.map((one) => (
            <Tab key={one} value={one} label={translate(`risks.view.${one}`)} id={`risks-${one}`} aria-controls="risks-panel" />
          ))}
        </Tabs>
        <Box role="tabpanel" id="risks-panel" aria-labelledby={`risks-${view}`}>
          {contents[view]}
        </Box>
      </Box>
    </Page>
  );
}
