import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import MenuItem from '@mui/material/MenuItem';
import type { DefaultObligation } from '#shared/features/templates/defaults.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { EditingProps } from './text-editor.tsx';

/** What every contract made from the template starts with besides its text: who owes what, reminders, the approval flow. */
export function ObligationList({ content, isEditable, onChange }: EditingProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const format = useFormat();
  const flows = useOperation('approvals.flows', undefined).data ?? [];
  const { obligations, reminders, approvalFlowId } = content.defaults;
  const nameOf = (key: string) => {
    const variable = content.variables.find((one) => one.key === key);
    return variable === undefined ? key : language === 'zh-CN' ? variable.labelZh : variable.labelEn;
  };
  const dueOf = ({ due }: DefaultObligation) => {
    if (due.kind === 'fixed') return translate('templates.obligations.fixed', { name: nameOf(due.dateKey) });
    const event = translate(`templates.obligations.event.${due.event}`);
    if (due.kind === 'rrule') return translate('templates.obligations.rrule', { event, rule: due.rule });
    const span = translate(`templates.obligations.unit.${due.unit}`, { amount: Math.abs(due.amount) });
    return translate(due.amount < 0 ? 'templates.obligations.before' : 'templates.obligations.after', { event, span: due.durationKey === null ? span : nameOf(due.durationKey) });
  };
  const put = (part: Partial<typeof content.defaults>) => onChange({ ...content, defaults: { ...content.defaults, ...part } });
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <SectionCard title={translate('templates.versionPage.obligations')} subtitle={translate('templates.obligations.lead')}>
        {obligations.length === 0 && <Typography variant="body2">{translate('templates.obligations.none')}</Typography>}
        <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {obligations.map((obligation, index) => (
            <Stack key={index} component="li" direction="row" spacing={1} sx={{ alignItems: 'baseline', justifyContent: 'space-between' }}>
              <Typography variant="body2">
                {translate('templates.obligations.line', { title: language === 'zh-CN' ? obligation.titleZh : obligation.titleEn, who: nameOf(obligation.obligorKey), due: dueOf(obligation), grace: obligation.graceDays })}
              </Typography>
              {isEditable && (
                <Button size="small" color="inherit" aria-label={translate('templates.obligations.removeOne', { title: language === 'zh-CN' ? obligation.titleZh : obligation.titleEn })} onClick={() => put({ obligations: obligations.toSpliced(index, 1) })}>
                  {translate('templates.variables.remove')}
                </Button>
              )}
            </Stack>
          ))}
        </Stack>
      </SectionCard>
      <SectionCard title={translate('templates.obligations.reminders')}>
        <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {reminders.map(({ event, offsetDays }) => (
            <Typography key={event} component="li" variant="body2">
              {translate('templates.obligations.reminder', { event: translate(`templates.obligations.reminderEvent.${event}`), days: format.list(offsetDays.map(String)) })}
            </Typography>
          ))}
        </Stack>
      </SectionCard>
      <TextField select size="small" disabled={!isEditable} label={translate('templates.obligations.flow')} value={flows.some(({ id }) => id === approvalFlowId) ? approvalFlowId : ''} onChange={(event) => put({ approvalFlowId: flows.find(({ id }) => id === event.target.value)?.id ?? null })} sx={{ maxWidth: 420 }}>
        <MenuItem value="">{translate('templates.obligations.flowOfType')}</MenuItem>
        {flows.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
