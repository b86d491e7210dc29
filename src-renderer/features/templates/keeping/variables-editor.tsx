import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import { variableGroups, variableTypes, type Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { EditingProps } from './text-editor.tsx';
import { ConstraintFields } from './constraint-fields.tsx';

const grid = { display: 'grid', gap: 1.25, gridTemplateColumns: { xs: '1fr', md: 'repeat(4, minmax(0, 1fr))' }, alignItems: 'center' } as const;

/** The blanks of a template: what each is called, what may be put there, how the form asks for it. */
export function VariablesEditor({ content, isEditable, onChange }: EditingProps) {
  const translate = useTranslate();
  const { variables } = content;
  const put = (next: readonly Variable[]) => onChange({ ...content, variables: next });
  const add = () => {
    const taken = new Set(variables.map(({ key }) => key));
    let number = variables.length + 1;
    while (taken.has(`blank${number}`)) number += 1;
    put([...variables, { key: `blank${number}`, type: 'text', labelZh: translate('templates.variables.fresh'), labelEn: 'New variable', helpZh: null, helpEn: null, group: 'subject', required: true, defaultValue: null, constraints: {} }]);
  };
  return (
    <Stack component="fieldset" disabled={!isEditable} spacing={1.5} sx={{ border: 0, m: 0, p: 0, pt: 2 }}>
      {variables.map((variable, index) => (
        <Paper key={index} variant="outlined" sx={{ p: 1.5 }}>
          <VariableFields variable={variable} isEditable={isEditable} onChange={(changed) => put(variables.with(index, changed))} onRemove={() => put(variables.toSpliced(index, 1))} />
        </Paper>
      ))}
      {isEditable && variables.length < 200 && (
        <Button startIcon={<AddIcon />} sx={{ alignSelf: 'flex-start' }} onClick={add}>
          {translate('templates.variables.add')}
        </Button>
      )}
    </Stack>
  );
}

interface VariableFieldsProps {
  readonly variable: Variable;
  readonly isEditable: boolean;
  readonly onChange: (variable: Variable) => void;
  readonly onRemove: () => void;
}

function VariableFields({ variable, isEditable, onChange, onRemove }: VariableFieldsProps) {
  const translate = useTranslate();
  const change = (part: Partial<Variable>) => onChange({ ...variable, ...part });
  const isKey = /^[a-z][A-Za-z0-9]{0,59}$/.test(variable.key);
  return (
    <Box sx={grid}>
      <TextField size="small" label={translate('templates.variables.key')} value={variable.key} error={!isKey} {...(isKey ? {} : { helperText: translate('templates.variables.keyHint') })} onChange={(event) => change({ key: event.target.value })} slotProps={{ htmlInput: { maxLength: 60, readOnly: !isEditable, spellCheck: false } }} />
      <TextField size="small" label={translate('templates.variables.labelZh')} value={variable.labelZh} onChange={(event) => change({ labelZh: event.target.value })} slotProps={{ htmlInput: { maxLength: 60, readOnly: !isEditable } }} />
      <TextField size="small" label={translate('templates.variables.labelEn')} value={variable.labelEn} onChange={(event) => change({ labelEn: event.target.value })} slotProps={{ htmlInput: { maxLength: 80, readOnly: !isEditable } }} />
      <TextField select size="small" disabled={!isEditable} label={translate('templates.variables.type')} value={variable.type} onChange={(event) => change({ type: variableTypes.find((type) => type === event.target.value) ?? variable.type, defaultValue: null, constraints: event.target.value === 'money' ? { unit: 'CNY' } : event.target.value === 'choice' ? { choices: [{ value: 'one', labelZh: '选项一', labelEn: 'Option one' }] } : {} })}>
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
      <ConstraintFields variable={variable} isEditable={isEditable} onChange={change} />
      <FormControlLabel control={<Checkbox checked={variable.required} disabled={!isEditable} onChange={(_, required) => change({ required })} />} label={translate('templates.page.required')} />
      {isEditable && (
        <Button size="small" color="inherit" aria-label={translate('templates.variables.removeOne', { key: variable.key })} onClick={onRemove}>
          {translate('templates.variables.remove')}
        </Button>
      )}
    </Box>
  );
}
