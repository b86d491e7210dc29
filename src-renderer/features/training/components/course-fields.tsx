import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { practiceTasks, type CourseContent } from '#shared/features/training/model.ts';
import { roles } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { WholeNumberField } from '../../../ui/whole-number-field.tsx';
import { BothFields } from './both-fields.tsx';

interface CourseFieldsProps {
  readonly content: CourseContent;
  readonly onChange: (part: Partial<CourseContent>) => void;
}

const numbers = [
  ['drawCount', 1, 50],
  ['passPercent', 1, 100],
  ['retakeHours', 0, 720],
] as const;

/** What a course is called, for whom it is, and by which rules it is passed. */
export function CourseFields({ content, onChange }: CourseFieldsProps) {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('training.edit.course')}>
      <Stack spacing={2}>
        <BothFields label={translate('training.edit.name')} value={content.title} maxLength={120} onChange={(title) => onChange({ title })} />
        <BothFields label={translate('training.edit.summary')} value={content.summary} maxLength={600} rows={2} onChange={(summary) => onChange({ summary })} />
        <Autocomplete
          multiple
          options={roles}
          value={[...content.roles]}
          onChange={(_, chosen) => onChange({ roles: chosen })}
          getOptionLabel={(role) => translate(`vault.role.${role}`)}
          renderInput={(parameters) => <TextField {...parameters} label={translate('training.edit.roles')} helperText={translate('training.edit.rolesHint')} />}
        />
        <Autocomplete
          multiple
          options={practiceTasks}
          value={[...content.practice]}
          onChange={(_, practice) => onChange({ practice })}
          getOptionLabel={(task) => translate(`training.practice.task.${task}.title`)}
          renderInput={(parameters) => <TextField {...parameters} label={translate('training.practice.title')} />}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' } }}>
          {numbers.map(([field, least, most]) => (
            <WholeNumberField key={field} label={translate(`training.edit.${field}`)} value={content[field]} least={least} most={most} onChange={(number) => onChange({ [field]: number })} />
          ))}
          <WholeNumberField
            label={translate('training.edit.refreshMonths')}
            helperText={translate('training.edit.refreshHint')}
            value={content.refreshMonths ?? 0}
            least={0}
            most={120}
            onChange={(months) => onChange({ refreshMonths: months === 0 ? null : months })}
          />
        </Box>
      </Stack>
    </SectionCard>
  );
}
