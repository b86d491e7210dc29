import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import { useId, useState } from 'react';
import { descendants } from '#shared/features/documents/model.ts';
import type { VariableType } from '#shared/features/documents/variables.ts';
import { isRule } from '#shared/features/fulfilment/recurrence.ts';
import { defaultObligationSchema, obligationTypes, type DefaultObligation } from '#shared/features/templates/defaults.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ConditionFields } from '../../../../ui/document-editor/toolbar/condition-fields.tsx';
import { WholeNumberField } from '../../../../ui/whole-number-field.tsx';
import { DueFields } from './due-fields.tsx';
import { KeyField } from './key-field.tsx';

interface ObligationDialogProps {
  readonly content: TemplateContent;
  /** Null for a new one. */
  readonly obligation: DefaultObligation | null;
  readonly onSave: (obligation: DefaultObligation) => void;
  readonly onClose: () => void;
}

/** An obligation that contracts begin with: what, whose, when, how it is proved, for how much, and whether at all. */
export function ObligationDialog({ content, obligation, onSave, onClose }: ObligationDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const { variables } = content;
  const ofType = (...types: readonly VariableType[]) => variables.filter(({ type }) => types.includes(type));
  const [draft, setDraft] = useState<DefaultObligation>(obligation ?? { ...blank, obligorKey: ofType('party')[0]?.key ?? '' });
  const put = (part: Partial<DefaultObligation>) => setDraft({ ...draft, ...part });
  const parsed = defaultObligationSchema.safeParse(draft);
  const [firstVariable] = variables;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(obligation === null ? 'templates.obligations.add' : 'templates.obligations.edit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Box sx={pair}>
            <TextField autoFocus required size="small" label={translate('templates.obligations.titleZh')} value={draft.titleZh} onChange={(event) => put({ titleZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
            <TextField required size="small" label={translate('templates.obligations.titleEn')} value={draft.titleEn} onChange={(event) => put({ titleEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
            <KeyField label={translate('templates.obligations.obligor')} variables={ofType('party')} value={draft.obligorKey} onChange={(obligorKey) => put({ obligorKey: obligorKey ?? '' })} isRequired />
            <TextField select size="small" label={translate('templates.obligations.type')} value={draft.type} onChange={(event) => put({ type: obligationTypes.find((type) => type === event.target.value) ?? 'other' })}>
              {obligationTypes.map((type) => (
                <MenuItem key={type} value={type}>
                  {translate(`templates.obligations.types.${type}`)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <DueFields due={draft.due} variables={variables} onChange={(due) => put({ due })} />
          <Box sx={pair}>
            <WholeNumberField label={translate('templates.obligations.grace')} value={draft.graceDays} least={0} most={365} onChange={(graceDays) => put({ graceDays })} />
            <ClauseField content={content} value={draft.clauseId} onChange={(clauseId) => put({ clauseId })} />
            <KeyField label={translate('templates.obligations.amount')} variables={ofType('money')} value={draft.amountKey} onChange={(amountKey) => put({ amountKey, ...(amountKey === null ? { percentKey: null } : {}) })} />
            <KeyField label={translate('templates.obligations.percent')} variables={ofType('number')} value={draft.percentKey} onChange={(percentKey) => put({ percentKey })} isDisabled={draft.amountKey === null} />
            <TextField size="small" label={translate('templates.obligations.evidenceZh')} value={draft.evidenceZh} onChange={(event) => put({ evidenceZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
            <TextField size="small" label={translate('templates.obligations.evidenceEn')} value={draft.evidenceEn} onChange={(event) => put({ evidenceEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 300 } }} />
          </Box>
          {firstVariable !== undefined && (
            <FormControlLabel control={<Checkbox checked={draft.condition !== null} onChange={(_, isOn) => put({ condition: isOn ? { key: firstVariable.key, fact: null, operator: 'filled', value: null } : null })} />} label={translate('templates.obligations.onlyIf')} />
          )}
          {draft.condition !== null && (
            <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
              <ConditionFields condition={draft.condition} variables={variables} onChange={(condition) => put({ condition })} />
            </Stack>
          )}
        </Stack>
      </DialogContent>
      <DialogButtons
        label={translate('templates.obligations.keep')}
        isDisabled={!parsed.success || (draft.due.kind === 'rrule' && !isRule(draft.due.rule))}
        onGo={() => {
          if (parsed.success) onSave(parsed.data);
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}

const pair = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } } as const;

const blank: DefaultObligation = {
  titleZh: '',
  titleEn: '',
  obligorKey: '',
  type: 'delivery',
  due: { kind: 'offset', event: 'effective', amount: 30, unit: 'day', durationKey: null },
  graceDays: 0,
  evidenceZh: '',
  evidenceEn: '',
  clauseId: null,
  amountKey: null,
  percentKey: null,
  condition: null,
};

/** The clause that an obligation follows from: one that others refer to, for only these have a lasting name. */
function ClauseField({ content, value, onChange }: { readonly content: TemplateContent; readonly value: string | null; readonly onChange: (clauseId: string | null) => void }) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const clauses = [...descendants(isEnglish && content.bodyEn.content.length > 0 ? content.bodyEn : content.bodyZh)].flatMap((node) => {
    if ((node.type !== 'clauseHeading' && node.type !== 'paragraph') || node.attrs.id === null) return [];
    const words = node.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
    return [{ id: node.attrs.id, words: words === '' ? node.attrs.id : words.slice(0, 60) }];
  });
  const options = value === null || clauses.some(({ id }) => id === value) ? clauses : [...clauses, { id: value, words: value }];
  return (
    <TextField select size="small" label={translate('templates.obligations.clause')} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
      <MenuItem value="">{translate('templates.obligations.noClause')}</MenuItem>
      {options.map(({ id, words }) => (
        <MenuItem key={id} value={id}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
