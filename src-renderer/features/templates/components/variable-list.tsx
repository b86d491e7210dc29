import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { neededKeys } from '#shared/features/documents/conditions.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

interface VariableListProps {
  readonly content: TemplateContent;
  readonly activeKey: string | null;
  readonly onChoose: (key: string) => void;
}

/** What has to be filled in, in the order of the form. */
export function VariableList({ content, activeKey, onChoose }: VariableListProps) {
  const translate = useTranslate();
  const always = new Set([...neededKeys(content.bodyZh, {}), ...neededKeys(content.bodyEn, {})]);
  return (
    <SectionCard title={translate('templates.page.variables')} subtitle={translate('templates.page.variablesHint')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {content.variables.map((variable) => (
          <li key={variable.key}>
            <ButtonBase
              onClick={() => onChoose(variable.key)}
              aria-pressed={variable.key === activeKey}
              sx={{ ...rowStyle, bgcolor: variable.key === activeKey ? 'action.selected' : 'transparent' }}
            >
              <VariableLine variable={variable} isConditional={!always.has(variable.key)} />
            </ButtonBase>
          </li>
        ))}
      </Box>
    </SectionCard>
  );
}

interface VariableLineProps {
  readonly variable: Variable;
  readonly isConditional: boolean;
}

function VariableLine({ variable, isConditional }: VariableLineProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const label = language === 'zh-CN' ? variable.labelZh : variable.labelEn;
  const necessity = isConditional ? 'conditional' : variable.required ? 'required' : 'optional';
  return (
    <>
      <Typography component="span" variant="body2" sx={{ flex: 1 }}>
        {label}
      </Typography>
      <Typography component="span" variant="body2" color="textSecondary">
        {translate('templates.page.variableFacts', {
          type: translate(`templates.variableType.${variable.type}`),
          necessity: translate(`templates.page.${necessity}`),
        })}
      </Typography>
    </>
  );
}

const rowStyle = {
  display: 'flex',
  width: '100%',
  textAlign: 'left',
  gap: 1.5,
  px: 1,
  py: 0.75,
  mx: -1,
  borderRadius: 1,
  '&:hover, &.Mui-focusVisible': { bgcolor: 'action.hover' },
} as const;
