import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardActions from '@mui/material/CardActions';
import CardContent from '@mui/material/CardContent';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { TemplateSummary } from '#shared/features/templates/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useTemplateWords } from '../use-template-words.ts';

/** One template with what it is for, and the way into it. */
export function TemplateCard({ template }: { readonly template: TemplateSummary }) {
  const translate = useTranslate();
  const format = useFormat();
  const { title, summary } = useTemplateWords()(template);
  const facts = [
    translate(`templates.type.${template.contractType}`),
    translate('templates.version', { version: template.versionNumber }),
    ...(template.publishedAt === null
      ? []
      : [translate('templates.publishedOn', { date: format.date(template.publishedAt) })]),
  ];
  const isPublished = template.status === 'published';
  const mayDraft = usePermission('contracts.write');
  return (
    <Card component="li" variant="outlined" sx={{ display: 'flex', flexDirection: 'column' }}>
      <CardContent sx={{ flex: 1, pb: 1 }}>
        <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 600 }}>
          {title}
        </Typography>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          {facts.join(' · ')}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('templates.languages')}
        </Typography>
        <Typography sx={{ mt: 1.5 }}>{summary}</Typography>
        {!isPublished && <StatusChip tone="neutral" label={translate(`templates.status.${template.status}`)} />}
      </CardContent>
      <CardActions sx={{ px: 2, pb: 2 }}>
        {isPublished && mayDraft && (
          <Button component={RouterLink} to={`/contracts/new/${template.versionId}`} variant="contained">
            {translate('templates.use')}
          </Button>
        )}
        <Button component={RouterLink} to={`/templates/${template.versionId}`}>
          {translate('templates.preview')}
        </Button>
      </CardActions>
    </Card>
  );
}
