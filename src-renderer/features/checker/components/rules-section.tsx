import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

/** The way from the settings to the checker's rules. */
export function RulesSection() {
  const translate = useTranslate();
  return (
    <SectionCard
      title={translate('checker.settings.title')}
      actions={
        <Button component={Link} to="/checker/rules" size="small">
          {translate('checker.settings.open')}
        </Button>
      }
    >
      <Typography variant="body2" color="textSecondary">
        {translate('checker.settings.text')}
      </Typography>
    </SectionCard>
  );
}
