import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEditorState } from '@tiptap/react';
import { partyFacts, variableFormats, type VariableFormat } from '#shared/features/documents/model.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { changePart, changeVariable, dissolvePart, partAround, removePart, variableChosen, wrapInPart } from '../parts.ts';
import type { Surface } from '../surface.ts';
import { ConditionFields } from './condition-fields.tsx';

/** About the place of the cursor in a template's text: which variable, set how; which part, there when. */
export function PartBar({ surface, variables }: { readonly surface: Surface; readonly variables: readonly Variable[] }) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const { editor } = surface;
  const { chosen, part } = useEditorState({ editor, selector: ({ editor: { state } }) => ({ chosen: variableChosen(state), part: partAround(state) }) });
  const nameOf = ({ labelZh, labelEn }: Variable) => (isEnglish ? labelEn : labelZh);
  const lists = variables.filter(({ type }) => type === 'list');
  const [firstList] = lists;
  const [first] = variables;
  return (
    <Paper variant="outlined" role="group" aria-label={translate('documentEditor.part.bar')} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 1, py: 0.75, mt: 0.5, minHeight: 54 }}>
      {chosen !== null && (
        <>
          <TextField select size="small" label={translate('documentEditor.part.variable')} value={variables.some(({ key }) => key === chosen.key) ? chosen.key : ''} onChange={(event) => changeVariable(editor, { ...chosen, key: event.target.value, format: 'default' })} sx={{ minWidth: 170 }}>
            {variables.map((variable) => (
              <MenuItem key={variable.key} value={variable.key}>
                {nameOf(variable)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select size="small" label={translate('documentEditor.part.format')} value={chosen.format} onChange={(event) => changeVariable(editor, { ...chosen, format: variableFormats.find((format) => format === event.target.value) ?? 'default' })} sx={{ minWidth: 150 }}>
            {formatsOf(variables.find(({ key }) => key === chosen.key), chosen.format).map((format) => (
              <MenuItem key={format} value={format}>
                {translate(`documentEditor.format.${format}`)}
              </MenuItem>
            ))}
          </TextField>
        </>
      )}
      {chosen === null && part === null && (
        <>
          <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 220 }}>
            {translate('documentEditor.part.hint')}
          </Typography>
          {first !== undefined && (
            <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => wrapInPart(editor, { type: 'conditional', attrs: { key: first.key, fact: null, operator: 'filled', value: null } })}>
              {translate('documentEditor.part.makeConditional')}
            </Button>
          )}
          {firstList !== undefined && (
            <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => wrapInPart(editor, { type: 'repeat', attrs: { key: firstList.key } })}>
              {translate('documentEditor.part.makeRepeat')}
            </Button>
          )}
        </>
      )}
      {chosen === null && part !== null && (
        <>
          {part.type === 'conditional' ? (
            <ConditionFields condition={part.attrs} variables={variables} onChange={(attrs) => changePart(editor, part.pos, { type: 'conditional', attrs })} />
          ) : (
            <TextField select size="small" label={translate('documentEditor.part.list')} value={lists.some(({ key }) => key === part.attrs.key) ? part.attrs.key : ''} onChange={(event) => changePart(editor, part.pos, { type: 'repeat', attrs: { key: event.target.value } })} sx={{ minWidth: 170 }}>
              {lists.map((variable) => (
                <MenuItem key={variable.key} value={variable.key}>
                  {nameOf(variable)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <Button size="small" color="inherit" onClick={() => dissolvePart(editor, part.pos)}>
            {translate('documentEditor.part.dissolve')}
          </Button>
          <Button size="small" color="error" onClick={() => removePart(editor, part.pos)}>
            {translate('documentEditor.part.remove')}
          </Button>
        </>
      )}
    </Paper>
  );
}

/** The ways in which a type can be set; the one in use among them, whatever the type. */
function formatsOf(variable: Variable | undefined, used: VariableFormat): readonly VariableFormat[] {
  const own: readonly VariableFormat[] =
    variable?.type === 'money' ? ['default', 'figures', 'words', 'figuresAndWords'] : variable?.type === 'date' ? ['default', 'figures'] : variable?.type === 'number' ? ['default', 'figures'] : variable?.type === 'party' ? ['default', ...partyFacts] : ['default'];
  return own.includes(used) ? own : [...own, used];
}
