import AddIcon from '@mui/icons-material/Add';
import ExpandIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Variable } from '#shared/features/documents/variables.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';
import type { EditingProps } from '../text-editor.tsx';
import { VariableFields } from './variable-fields.tsx';

interface VariablesEditorProps extends EditingProps {
  /** Gives a variable another key wherever it is meant. */
  readonly onRename: (from: string, to: string) => void;
}

/** The blanks of a template: what each is called, what may be put there, what stands there first, how the form asks for it. */
export function VariablesEditor({ content, isEditable, onChange, onRename }: VariablesEditorProps) {
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const [open, setOpen] = useState<number | null>(null);
  // The fields hold what is half typed by themselves: it must not pass to the variable that takes a removed one's place.
  const [removals, setRemovals] = useState(0);
  const { variables } = content;
  const put = (next: readonly Variable[]) => onChange({ ...content, variables: next });
  const add = () => {
    const taken = new Set(variables.map(({ key }) => key));
    let number = variables.length + 1;
    while (taken.has(`blank${number}`)) number += 1;
    setOpen(variables.length);
    put([...variables, { key: `blank${number}`, type: 'text', labelZh: '新变量', labelEn: 'New variable', helpZh: null, helpEn: null, group: 'subject', required: true, defaultValue: null, constraints: {} }]);
  };
  const move = (index: number, by: 1 | -1) => {
    const [moved, other] = [variables[index], variables[index + by]];
    if (moved === undefined || other === undefined) return;
    put(variables.with(index, other).with(index + by, moved));
    setOpen(index + by);
  };
  const remove = (index: number) => {
    setRemovals(removals + 1);
    put(variables.toSpliced(index, 1));
  };
  return (
    <Box sx={{ pt: 2 }}>
      {variables.map((variable, index) => (
        <Accordion key={index} variant="outlined" disableGutters expanded={open === index} onChange={(_, isOpen) => setOpen(isOpen ? index : null)} slotProps={{ transition: { unmountOnExit: true } }}>
          <AccordionSummary expandIcon={<ExpandIcon />}>
            <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'baseline' }}>
              <Typography sx={{ fontWeight: 500 }}>{isEnglish ? variable.labelEn : variable.labelZh}</Typography>
              <Typography variant="body2" color="textSecondary">
                {translate('templates.variables.line', { type: translate(`templates.variableType.${variable.type}`), group: translate(`templates.variables.groups.${variable.group}`), necessity: translate(variable.required ? 'templates.page.required' : 'templates.page.optional'), key: variable.key })}
              </Typography>
            </Stack>
          </AccordionSummary>
          <AccordionDetails>
            <Stack component="fieldset" disabled={!isEditable} spacing={1.5} sx={{ border: 0, m: 0, p: 0 }}>
              <VariableFields key={removals} variable={variable} variables={variables} isEditable={isEditable} onChange={(changed) => put(variables.with(index, changed))} onRename={(key) => onRename(variable.key, key)} />
              {isEditable && (
                <Stack direction="row" spacing={1}>
                  <Button size="small" color="inherit" disabled={index === 0} onClick={() => move(index, -1)}>
                    {translate('templates.variables.up')}
                  </Button>
                  <Button size="small" color="inherit" disabled={index === variables.length - 1} onClick={() => move(index, 1)}>
                    {translate('templates.variables.down')}
                  </Button>
                  <Button size="small" color="error" aria-label={translate('templates.variables.removeOne', { key: variable.key })} onClick={() => remove(index)}>
                    {translate('templates.variables.remove')}
                  </Button>
                </Stack>
              )}
            </Stack>
          </AccordionDetails>
        </Accordion>
      ))}
      {isEditable && variables.length < 200 && (
        <Button startIcon={<AddIcon />} sx={{ mt: 1.5 }} onClick={add}>
          {translate('templates.variables.add')}
        </Button>
      )}
    </Box>
  );
}
