import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { sourceFacts, type Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { KeyField } from '../defaults/key-field.tsx';

interface SourceFieldsProps {
  readonly variable: Variable;
  readonly variables: readonly Variable[];
  readonly isEditable: boolean;
  readonly onChange: (variable: Variable) => void;
}

/** From which party's record the form takes the text until somebody writes another. */
export function SourceFields({ variable, variables, isEditable, onChange }: SourceFieldsProps) {
  const translate = useTranslate();
  const { source, ...rest } = variable;
  return (
    <>
      <KeyField label={translate('templates.variables.source')} variables={variables.filter(({ type }) => type === 'party')} value={source?.partyKey ?? null} isDisabled={!isEditable} onChange={(partyKey) => onChange(partyKey === null ? rest : { ...rest, source: { partyKey, fact: source?.fact ?? 'nameZh' } })} />
      {source !== undefined && (
        <TextField select size="small" disabled={!isEditable} label={translate('templates.variables.sourceFact')} value={source.fact} onChange={(event) => onChange({ ...rest, source: { ...source, fact: sourceFacts.find((fact) => fact === event.target.value) ?? 'nameZh' } })}>
          {sourceFacts.map((fact) => (
            <MenuItem key={fact} value={fact}>
              {translate(fact === 'nameZh' || fact === 'nameEn' ? `templates.variables.${fact}` : `documentEditor.format.${fact}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}
