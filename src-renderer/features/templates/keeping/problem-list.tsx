import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { TemplateProblem } from '#shared/features/templates/template-problems.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** What is wrong with a saved version. */
export function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('templates.problems.title')} {...(problems.length === 0 ? { subtitle: translate('templates.problems.none') } : {})}>
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {problems.map(({ code, key, category, blocks }) => (
          <li key={`${code} ${key} ${category}`}>
            <StatusChip tone={blocks ? 'danger' : 'warning'} label={translate(blocks ? 'templates.problems.blocks' : 'templates.problems.hint')} />{' '}
            <Typography component="span" variant="body2">
              {translate(`templates.problems.code.${code}`, { key, category: category === null ? '' : translate(`clauses.category.${category}`) })}
            </Typography>
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}
