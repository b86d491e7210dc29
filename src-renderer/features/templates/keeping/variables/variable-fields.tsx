import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { variableGroups, variableTypes, type Variable, type VariableType } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { ConstraintFields } from './constraint-fields.tsx';
import { DefaultField } from './default-field.tsx';
import { SourceFields } from './source-fields.tsx';

interface VariableFieldsProps {
  readonly variable: Variable;
  readonly variables: readonly Variable[];
  readonly isEditable: boolean;
  readonly onChange: (variable: Variable) => void;
  readonly onRename: (key: string) => void;
}

const grid = { display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(3, minmax(0, 1fr))' }, alignItems: 'start' } as const;

/** Everything that a template says of one variable. */
export function VariableFields({ variable, variables, isEditable, onChange, onRename }: VariableFieldsProps) {
  const translate = useTranslate();
  const change = (part: Partial<Variable>) => onChange({ ...variable, ...part });
  const become = (type: VariableType) => {
    const { source: _, ...rest } = variable;
    onChange({ ...rest, type, defaultValue: null, constraints: type === 'money' ? { unit: 'CNY' } : type === 'choice' ? { choices: [{ value: 'one', labelZh: '选项一', labelEn: 'Option one' }] } : {} });
  };
  const input = (maxLength: number) => ({ htmlInput: { maxLength, readOnly: !isEditable } });
  return (
    <>
      <Box sx={grid}>
        <TextField size="small" label={translate('templates.variables.labelZh')} value={variable.labelZh} onChange={(event) => change({ labelZh: event.target.value })} slotProps={input(60)} />
        <TextField size="small" label={translate('templates.variables.labelEn')} value={variable.labelEn} onChange={(event) => change({ labelEn: event.target.value })} slotProps={input(80)} />
        <KeyOfVariable
          variable={variable}
          taken={variables.filter((one) => one !== variable).map(({ key }) => key)}
          isEditable={isEditable}
          onRename={onRename}
        />
        <TextField select size="small" disabled={!isEditable} label={translate('templates.variables.type')} value={variable.type} onChange={(event) => become(variableTypes.find((type) => type === event.target.value) ?? variable.type)}>
          {variableTypes.map((type) => (
            <MenuItem key={type} value={type}>
              {translate(`templates.variableType.${type}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField select size="small" disabled={!isEditable} label={translate('templates.variables.group')} value={variable.group} onChange={(event) => change({ group: variableGroups.find((group) => group === event.target.value) ?? variable.group })}>
          {variableGroups.map((group) => (
            <MenuItem key={group} value={group}>
              {translate(`templates.variables.groups.${group}`)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel control={<Checkbox checked={variable.required} disabled={!isEditable} onChange={(_, required) => change({ required })} />} label={translate('templates.page.required')} />
        <TextField size="small" label={translate('templates.variables.helpZh')} value={variable.helpZh ?? ''} onChange={(event) => change({ helpZh: event.target.value === '' ? null : event.target.value })} slotProps={input(300)} />
        <TextField size="small" label={translate('templates.variables.helpEn')} value={variable.helpEn ?? ''} onChange={(event) => change({ helpEn: event.target.value === '' ? null : event.target.value })} slotProps={input(300)} />
      </Box>
      <Box sx={grid}>
        <DefaultField key={variable.type} variable={variable} isEditable={isEditable} onChange={(defaultValue) => change({ defaultValue })} />
        <ConstraintFields variable={variable} variables={variables} isEditable={isEditable} onChange={change} />
        {variable.type === 'text' && <SourceFields variable={variable} variables={variables} isEditable={isEditable} onChange={onChange} />}
      </Box>
    </>
  );
}

/** The key is taken over when the field is left: half of one would name another variable in the text. */
function KeyOfVariable({ variable: { key }, taken, isEditable, onRename }: { readonly variable: Variable; readonly taken: readonly string[]; readonly isEditable: boolean; readonly onRename: (key: string) => void }) {
  const translate = useTranslate();
  const [typed, setTyped] = useState(key);
  const isTaken = taken.includes(typed);
  const isKey = /^[a-z][A-Za-z0-9]{0,59}$/.test(typed) && !isTaken;
  return (
    <TextField
      size="small"
      label={translate('templates.variables.key')}
      value={typed}
      error={!isKey}
      helperText={translate(isTaken ? 'templates.variables.keyTaken' : 'templates.variables.keyHint')}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => (isKey ? typed !== key && onRename(typed) : setTyped(key))}
      slotProps={{ htmlInput: { maxLength: 60, readOnly: !isEditable, spellCheck: false } }}
    />
  );
}
