import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { CourseContent } from '#shared/features/training/model.ts';
import { courseLanguages } from '#shared/features/training/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Markdown } from '../../../ui/markdown.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useCourseLanguage } from '../course-language.ts';
import { BothFields } from './both-fields.tsx';

interface LessonFieldsProps {
  readonly number: number;
  readonly lesson: CourseContent['lessons'][number];
  readonly onChange: (lesson: CourseContent['lessons'][number]) => void;
  readonly onRemove?: () => void;
}

/** A lesson in both languages, with how it will look. */
export function LessonFields({ number, lesson, onChange, onRemove }: LessonFieldsProps) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const [isOpen, setIsOpen] = useState(lesson.title.zh === '');
  const [isPreview, setIsPreview] = useState(false);
  const title = translate('training.lessonTitle', { number, title: lesson.title[language] });
  return (
    <SectionCard
      title={title}
      actions={
        <Stack direction="row" spacing={1}>
          {onRemove !== undefined && (
            <Button size="small" color="inherit" onClick={onRemove} aria-label={translate('training.edit.removeLesson', { title })}>
              {translate('training.edit.remove')}
            </Button>
          )}
          {isOpen && (
            <Button size="small" onClick={() => setIsPreview(!isPreview)} aria-pressed={isPreview}>
              {translate('training.edit.preview')}
            </Button>
          )}
          <Button size="small" onClick={() => setIsOpen(!isOpen)} aria-expanded={isOpen} aria-label={translate(isOpen ? 'training.edit.closeLesson' : 'training.edit.openLesson', { title })}>
            {translate(isOpen ? 'training.edit.close' : 'training.edit.write')}
          </Button>
        </Stack>
      }
    >
      <Collapse in={isOpen} unmountOnExit>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <BothFields label={translate('training.edit.lessonName')} value={lesson.title} maxLength={120} onChange={(changed) => onChange({ ...lesson, title: changed })} />
          {isPreview ? (
            <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))' }}>
              {courseLanguages.map((shown) => (
                <Markdown key={shown} text={lesson.body[shown]} language={shown} />
              ))}
            </Box>
          ) : (
            <BothFields label={translate('training.edit.body')} value={lesson.body} maxLength={20_000} rows={10} onChange={(body) => onChange({ ...lesson, body })} />
          )}
        </Stack>
      </Collapse>
    </SectionCard>
  );
}
