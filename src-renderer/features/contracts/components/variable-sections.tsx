import Stack from '@mui/material/Stack';
import { memo } from 'react';
import { variableGroups, type Variable } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { VariableField } from './variable-field.tsx';

interface VariableSectionsProps {
  readonly variables: readonly Variable[];
  /** Only these are asked for: what the text doesn't need as it stands stays out of sight, its entry kept. */
  readonly needed: ReadonlySet<string>;
}

/** The fields of a template in the sections of the form. */
export const VariableSections = memo(function VariableSections({ variables, needed }: VariableSectionsProps) {
  const translate = useTranslate();
  const shown = variables.filter(({ key }) => needed.has(key));
  const groups = variableGroups.filter((group) => shown.some((variable) => variable.group === group));
  return groups.map((group) => (
    <SectionCard key={group} title={translate(`contracts.group.${group}`)}>
      <Stack spacing={2.25}>
        {shown
          .filter((variable) => variable.group === group)
          .map((variable) => (
            <VariableField key={variable.key} variable={variable} />
          ))}
      </Stack>
    </SectionCard>
  ));
});
