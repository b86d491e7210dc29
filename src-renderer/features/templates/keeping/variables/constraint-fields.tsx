import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { durationUnits, partyRoles, textPatterns, type Constraints, type Variable } from '#shared/features/documents/variables.ts';
import { currencies, currencySchema, moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { NumberField } from '../../../../ui/number-field.tsx';
import { isWholeWithin, WholeNumberField } from '../../../../ui/whole-number-field.tsx';
import { KeyField } from '../defaults/key-field.tsx';
import { ChoicesField } from './choices-field.tsx';

interface ConstraintFieldsProps {
  readonly variable: Variable;
  readonly variables: readonly Variable[];
  readonly isEditable: boolean;
  readonly onChange: (part: Partial<Variable>) => void;
}

type Count = 'minLength' | 'maxLength' | 'decimals' | 'maximumItems';
type Bound = 'minimum' | 'maximum';

const boundsOfCounts = { minLength: [0, 20_000], maxLength: [1, 20_000], maximumItems: [1, 500], decimals: [0, 9] } as const;

/** The bounds of a variable, as its type has them. What they refuse, the form of a contract refuses. */
export function ConstraintFields({ variable, variables, isEditable, onChange }: ConstraintFieldsProps) {
  const { type, constraints } = variable;
  const put = (part: { readonly [Name in keyof Constraints]?: Constraints[Name] | undefined }) => onChange({ constraints: withoutEmpty({ ...constraints, ...part }) });
  const bound = (name: Bound) => <BoundField key={name} name={name} value={constraints[name]} isEditable={isEditable} onChange={(value) => put({ [name]: value })} />;
  const count = (name: Count) => <CountField key={name} name={name} value={constraints[name]} isEditable={isEditable} onChange={(value) => put({ [name]: value })} />;
  const unit = (label: 'currency' | 'fixedUnit', options: readonly string[]) => <OptionField key="unit" label={label} value={constraints.unit} options={options} isEditable={isEditable} onChange={(value) => onChange({ defaultValue: null, constraints: withoutEmpty({ ...constraints, unit: value }) })} />;
  switch (type) {
    case 'text':
      return [count('minLength'), count('maxLength'), <OptionField key="pattern" label="pattern" value={constraints.pattern} options={textPatterns} isEditable={isEditable} onChange={(value) => put({ pattern: textPatterns.find((one) => one === value) })} />];
    case 'number':
      return [bound('minimum'), bound('maximum'), count('decimals'), <SignField key="sign" value={constraints.unit} isEditable={isEditable} onChange={(value) => put({ unit: value })} />];
    case 'money':
      return [unit('currency', currencies), ...(['minimum', 'maximum'] as const).map((name) => <MoneyBound key={`${name} ${constraints.unit ?? ''}`} name={name} constraints={constraints} isEditable={isEditable} onChange={(value) => put({ [name]: value })} />)];
    case 'duration':
      return [unit('fixedUnit', durationUnits), bound('minimum'), bound('maximum')];
    case 'list':
      return [count('maximumItems'), count('maxLength')];
    case 'choice':
      return <ChoicesField variable={variable} isEditable={isEditable} onChange={onChange} />;
    case 'date':
      return <DateBound variable={variable} variables={variables} isEditable={isEditable} onChange={(notBefore) => put({ notBefore })} />;
    case 'party':
      return <OptionField label="partyRole" value={constraints.partyRole} options={partyRoles} isEditable={isEditable} onChange={(value) => put({ partyRole: partyRoles.find((one) => one === value) })} />;
    case 'boolean':
      return null;
  }
}

function withoutEmpty(constraints: { readonly [Name in keyof Constraints]?: Constraints[Name] | undefined }): Constraints {
  return Object.fromEntries(Object.entries(constraints).filter(([, value]) => value !== undefined));
}

interface BoundFieldProps<Name> {
  readonly name: Name;
  readonly value: number | undefined;
  readonly isEditable: boolean;
  readonly onChange: (value: number | undefined) => void;
}

/** What is out of bounds is said as long as the field is being typed in, and what stood there before stays. */
function CountField({ name, value, isEditable, onChange }: BoundFieldProps<Count>) {
  const translate = useTranslate();
  const [typing, setTyping] = useState<{ readonly before: number | undefined; readonly wrong: number | null } | null>(null);
  const [least, most] = boundsOfCounts[name];
  const take = (typed: number | undefined) => {
    const before = typing === null ? value : typing.before;
    const wrong = typed === undefined || isWholeWithin(typed, least, most) ? null : typed;
    setTyping({ before, wrong });
    onChange(wrong === null ? typed : before);
  };
  return (
    <Box onBlur={() => setTyping(null)}>
      <WholeNumberField width="100%" label={translate(`templates.variables.bounds.${name}`)} value={typing?.wrong ?? value ?? null} least={least} most={most} isReadOnly={!isEditable} onChange={take} onClear={() => take(undefined)} />
    </Box>
  );
}

function BoundField({ name, value, isEditable, onChange }: BoundFieldProps<Bound>) {
  const translate = useTranslate();
  return (
    <NumberField size="small" label={translate(`templates.variables.bounds.${name}`)} value={value ?? null} onChange={(typed) => onChange(typed ?? undefined)} isReadOnly={!isEditable} />
  );
}

/** A bound of money, typed as an amount and kept in minor units. */
function MoneyBound({ name, constraints, isEditable, onChange }: { readonly name: 'minimum' | 'maximum'; readonly constraints: Constraints; readonly isEditable: boolean; readonly onChange: (minor: number | undefined) => void }) {
  const translate = useTranslate();
  const parsed = currencySchema.safeParse(constraints.unit);
  const currency = parsed.success ? parsed.data : 'CNY';
  const minor = constraints[name];
  return (
    <TextField
      size="small"
      label={translate(`templates.variables.bounds.${name}`)}
      defaultValue={minor === undefined ? '' : moneyToFigures({ minor, currency })}
      onBlur={(event) => {
        const read = parseMoney(event.target.value, currency);
        if (read.ok) onChange(read.value.minor);
        else if (read.error.code === 'EMPTY') onChange(undefined);
      }}
      slotProps={{ htmlInput: { readOnly: !isEditable, inputMode: 'decimal' } }}
    />
  );
}

type OptionLabel = 'currency' | 'fixedUnit' | 'pattern' | 'partyRole';

function OptionField({ label, value, options, isEditable, onChange }: { readonly label: OptionLabel; readonly value: string | undefined; readonly options: readonly string[]; readonly isEditable: boolean; readonly onChange: (value: string | undefined) => void }) {
  const translate = useTranslate();
  const nameOf = (option: string) => {
    const [unit, pattern, role] = [durationUnits.find((one) => one === option), textPatterns.find((one) => one === option), partyRoles.find((one) => one === option)];
    if (unit !== undefined) return translate(`templates.obligations.units.${unit}`);
    if (pattern !== undefined) return translate(`templates.variables.patterns.${pattern}`);
    return role === undefined ? option : translate(`templates.variables.roles.${role}`);
  };
  return (
    <TextField select size="small" disabled={!isEditable} label={translate(`templates.variables.${label}`)} value={options.find((one) => one === value) ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}>
      <MenuItem value="">{translate('templates.variables.anyOne')}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {nameOf(option)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function SignField({ value, isEditable, onChange }: { readonly value: string | undefined; readonly isEditable: boolean; readonly onChange: (value: string | undefined) => void }) {
  const translate = useTranslate();
  return <TextField size="small" label={translate('templates.variables.sign')} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)} slotProps={{ htmlInput: { readOnly: !isEditable, maxLength: 20 } }} />;
}

function DateBound({ variable, variables, isEditable, onChange }: { readonly variable: Variable; readonly variables: readonly Variable[]; readonly isEditable: boolean; readonly onChange: (key: string | undefined) => void }) {
  const translate = useTranslate();
  const others = variables.filter(({ key, type }) => type === 'date' && key !== variable.key);
  return <KeyField label={translate('templates.variables.notBefore')} variables={others} value={variable.constraints.notBefore ?? null} isDisabled={!isEditable} onChange={(key) => onChange(key ?? undefined)} />;
}
