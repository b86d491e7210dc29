import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { DefaultObligation } from '#shared/features/templates/defaults.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';
import { SectionCard } from '../../../../ui/section-card.tsx';
import { ObligationDialog } from './obligation-dialog.tsx';

interface ObligationListProps {
  readonly content: TemplateContent;
  readonly isEditable: boolean;
  readonly onChange: (obligations: readonly DefaultObligation[]) => void;
}

/** Who will owe what, line by line; a draft's lines can be added, changed and removed. */
export function ObligationList({ content, isEditable, onChange }: ObligationListProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const { obligations } = content.defaults;
  const nameOf = (key: string) => {
    const variable = content.variables.find((one) => one.key === key);
    return variable === undefined ? key : language === 'zh-CN' ? variable.labelZh : variable.labelEn;
  };
  const dueOf = ({ due }: DefaultObligation) => {
    if (due.kind === 'fixed') return translate('templates.obligations.fixed', { name: nameOf(due.dateKey) });
    const event = translate(`templates.obligations.event.${due.event}`);
    if (due.kind === 'rrule') return translate('templates.obligations.rrule', { event, rule: due.rule });
    const span = translate(`templates.obligations.unit.${due.unit}`, { amount: Math.abs(due.amount) });
    return translate(due.amount < 0 ? 'templates.obligations.before' : 'templates.obligations.after', { event, span: due.durationKey === null ? span : translate('templates.obligations.named', { name: nameOf(due.durationKey) }) });
  };
  const keep = (obligation: DefaultObligation) => {
    onChange(typeof edited === 'number' ? obligations.with(edited, obligation) : [...obligations, obligation]);
    setEdited(null);
  };
  const titleOf = ({ titleZh, titleEn }: DefaultObligation) => (language === 'zh-CN' ? titleZh : titleEn);
  return (
    <SectionCard title={translate('templates.versionPage.obligations')} subtitle={translate('templates.obligations.lead')}>
      {obligations.length === 0 && <Typography variant="body2">{translate('templates.obligations.none')}</Typography>}
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {obligations.map((obligation, index) => (
          <Stack key={index} component="li" direction="row" spacing={1} sx={{ alignItems: 'baseline' }}>
            <Typography variant="body2" sx={{ flex: 1 }}>
              {translate(obligation.graceDays === 0 ? 'templates.obligations.line' : 'templates.obligations.lineWithGrace', { title: titleOf(obligation), who: nameOf(obligation.obligorKey), due: dueOf(obligation), grace: obligation.graceDays })}
            </Typography>
            {isEditable && (
              <>
                <Button size="small" aria-label={translate('templates.obligations.editOne', { title: titleOf(obligation) })} onClick={() => setEdited(index)}>
                  {translate('templates.obligations.edit')}
                </Button>
                <Button size="small" color="inherit" aria-label={translate('templates.obligations.removeOne', { title: titleOf(obligation) })} onClick={() => onChange(obligations.toSpliced(index, 1))}>
                  {translate('templates.variables.remove')}
                </Button>
              </>
            )}
          </Stack>
        ))}
      </Stack>
      {isEditable && obligations.length < 60 && (
        <Button startIcon={<AddIcon />} sx={{ mt: 1.5 }} onClick={() => setEdited('new')}>
          {translate('templates.obligations.add')}
        </Button>
      )}
      {edited !== null && <ObligationDialog content={content} obligation={typeof edited === 'number' ? (obligations[edited] ?? null) : null} onSave={keep} onClose={() => setEdited(null)} />}
    </SectionCard>
  );
}
