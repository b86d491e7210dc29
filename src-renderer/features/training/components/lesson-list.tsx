import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import { Link } from 'react-router';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import { readingMinutes } from '#shared/features/training/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useCourseLanguage } from '../course-language.ts';

/** The lessons in their order, with those that were read ticked. */
export function LessonList({ course: { id, lessons, readKeys } }: { readonly course: ShownCourse }) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  return (
    <SectionCard title={translate('training.lessons')} subtitle={translate('training.lessonsRead', { read: readKeys.length, count: lessons.length })}>
      <List disablePadding component="ol">
        {lessons.map(({ key, title, body }, index) => {
          const isRead = readKeys.includes(key);
          return (
            <ListItem key={key} disablePadding>
              <ListItemButton component={Link} to={`/training/${id}/lessons/${key}`} sx={{ borderRadius: 1 }}>
                <ListItemIcon sx={{ minWidth: 36 }}>
                  {isRead ? <CheckCircleIcon color="success" titleAccess={translate('training.read')} /> : <RadioButtonUncheckedIcon color="action" titleAccess={translate('training.unread')} />}
                </ListItemIcon>
                <ListItemText primary={translate('training.lessonTitle', { number: index + 1, title: title[language] })} secondary={translate('training.minutes', { count: readingMinutes(body[language]) })} />
              </ListItemButton>
            </ListItem>
          );
        })}
      </List>
    </SectionCard>
  );
}
