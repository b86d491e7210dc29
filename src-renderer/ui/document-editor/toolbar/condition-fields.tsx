import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { conditionOperators, partyFacts, type Condition } from '#shared/features/documents/model.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';

interface ConditionFieldsProps {
  readonly condition: Condition;
  readonly variables: readonly Variable[];
  readonly onChange: (condition: Condition) => void;
}

/** What a condition asks: of which variable, which fact of it where it is a party, compared how, with what. */
export function ConditionFields({ condition, variables, onChange }: ConditionFieldsProps) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const { key, fact, operator, value } = condition;
  const variable = variables.find((one) => one.key === key);
  const compares = operator === 'equals' || operator === 'notEquals';
  const operators: readonly Condition['operator'][] = canCompare(variable) ? conditionOperators : conditionOperators.filter((one) => one === 'filled' || one === 'empty');
  const choose = (next: string) => {
    const chosen = variables.find((one) => one.key === next);
    if (chosen === undefined) return;
    const isEquals = chosen.type === 'boolean' || chosen.type === 'choice';
    onChange({ key: chosen.key, fact: null, operator: isEquals ? 'equals' : 'filled', value: isEquals ? firstValue(chosen) : null });
  };
  return (
    <>
      <TextField select size="small" label={translate('documentEditor.part.variable')} value={variable === undefined ? '' : key} onChange={(event) => choose(event.target.value)} sx={{ minWidth: 150 }}>
        {variables.map((one) => (
          <MenuItem key={one.key} value={one.key}>
            {isEnglish ? one.labelEn : one.labelZh}
          </MenuItem>
        ))}
      </TextField>
      {variable?.type === 'party' && (
        <TextField select size="small" label={translate('documentEditor.part.fact')} value={fact ?? ''} onChange={(event) => onChange({ ...condition, fact: partyFacts.find((one) => one === event.target.value) ?? null })} sx={{ minWidth: 120 }}>
          <MenuItem value="">{translate('documentEditor.format.default')}</MenuItem>
          {partyFacts.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`documentEditor.format.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        size="small"
        label={translate('documentEditor.part.operator')}
        value={operators.includes(operator) ? operator : ''}
        onChange={(event) => {
          const next = conditionOperators.find((one) => one === event.target.value) ?? operator;
          onChange({ ...condition, operator: next, value: next === 'filled' || next === 'empty' ? null : (value ?? (variable === undefined ? '' : firstValue(variable))) });
        }}
        sx={{ minWidth: 104 }}
      >
        {operators.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`documentEditor.operator.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {compares && <ValueField variable={variable} value={value ?? ''} onChange={(next) => onChange({ ...condition, value: next })} />}
    </>
  );
}

function ValueField({ variable, value, onChange }: { readonly variable: Variable | undefined; readonly value: string; readonly onChange: (value: string) => void }) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const label = translate('documentEditor.part.value');
  const options =
    variable?.type === 'boolean'
      ? [{ value: 'true', name: translate('documentEditor.part.yes') }, { value: 'false', name: translate('documentEditor.part.no') }]
      : variable?.constraints.choices?.map((choice) => ({ value: choice.value, name: isEnglish ? choice.labelEn : choice.labelZh }));
  if (options === undefined) return <TextField size="small" label={label} value={value} onChange={(event) => onChange(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} sx={{ width: 120 }} />;
  return (
    <TextField select size="small" label={label} value={options.some((option) => option.value === value) ? value : ''} onChange={(event) => onChange(event.target.value)} sx={{ minWidth: 110 }}>
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Only what is a plain text, number, choice or yes and no can equal something. */
function canCompare(variable: Variable | undefined): boolean {
  return variable !== undefined && (variable.type === 'boolean' || variable.type === 'choice' || variable.type === 'text' || variable.type === 'number');
}

function firstValue({ type, constraints }: Variable): string {
  return type === 'boolean' ? 'true' : (constraints.choices?.[0]?.value ?? '');
}
