import Stack from '@mui/material/Stack';
import { stages } from '#shared/features/contracts/stage.ts';
import { triggerSchema, type Trigger } from '#shared/features/risks/warnings.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { isWholeWithin, WholeNumberField } from '../../../ui/whole-number-field.tsx';
import { SelectField } from './select-field.tsx';

const openStages = stages.filter((stage) => !['completed', 'terminated', 'superseded', 'cancelled'].includes(stage));

/** The numbers that a trigger goes by. */
export function TriggerFields({ trigger, onChange }: { readonly trigger: Trigger; readonly onChange: (trigger: Trigger) => void }) {
  const translate = useTranslate();
  switch (trigger.kind) {
    case 'text_changed':
    case 'template_retired':
      return null;
    case 'notice_near':
    case 'expiry_near':
    case 'approval_late':
      return <Count label={translate('risks.number.days')} value={trigger.days} most={730} onChange={(days) => onChange({ ...trigger, days })} />;
    case 'obligations_overdue':
      return <Count label={translate('risks.number.count')} value={trigger.count} least={1} most={100} onChange={(count) => onChange({ ...trigger, count })} />;
    case 'payment_late':
      return (
        <Stack direction="row" spacing={2}>
          <Count label={translate('risks.number.days')} value={trigger.days} most={730} onChange={(days) => onChange({ ...trigger, days })} />
          <Count label={translate('risks.number.amount')} value={trigger.amountMinor / 100} most={mostAmount} onChange={(amount) => onChange({ ...trigger, amountMinor: amount * 100 })} />
        </Stack>
      );
    case 'stage_stays':
      return (
        <Stack direction="row" spacing={2}>
          <SelectField label={translate('risks.number.stage')} options={openStages} value={trigger.stage} nameOf={(stage) => translate(`contracts.stage.${stage}`)} onChange={(stage) => onChange({ ...trigger, stage })} />
          <Count label={translate('risks.number.days')} value={trigger.days} most={730} onChange={(days) => onChange({ ...trigger, days })} />
        </Stack>
      );
    case 'grade_fell':
      return <SelectField label={translate('risks.number.grade')} options={['B', 'C', 'D'] as const} value={trigger.grade} nameOf={(grade) => grade} onChange={(grade) => onChange({ ...trigger, grade })} />;
    case 'score_reached':
      return <Count label={translate('risks.number.score')} value={trigger.score} least={1} most={100} onChange={(score) => onChange({ ...trigger, score })} />;
  }
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly least?: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

function Count({ label, value, least = 0, most, onChange }: CountProps) {
  return <WholeNumberField width="100%" label={label} value={value} least={least} most={most} onChange={onChange} />;
}

const mostAmount = 10_000_000_000;

/** Whether the numbers of a trigger are such as can be saved. */
export function isSoundTrigger(trigger: Trigger): boolean {
  return triggerSchema.safeParse(trigger).success && (trigger.kind !== 'payment_late' || isWholeWithin(trigger.amountMinor / 100, 0, mostAmount));
}
