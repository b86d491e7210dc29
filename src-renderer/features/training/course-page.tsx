import EditOutlinedIcon from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link, useParams } from 'react-router';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import type { CourseId } from '#shared/features/training/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { CertificateCard } from './components/certificate-card.tsx';
import { FeedbackSummary } from './components/feedback-summary.tsx';
import { LessonList } from './components/lesson-list.tsx';
import { PracticeCard } from './components/practice-card.tsx';
import { QuizCard } from './components/quiz-card.tsx';
import { RatingForm } from './components/rating-form.tsx';
import { StandingChip } from './components/standing-chip.tsx';
import { useCourseLanguage } from './course-language.ts';

interface CoursePageProps {
  /** Makes an improvement of what people say of a course. */
  readonly onImprove: (courseId: CourseId) => void;
}

/** A course: its lessons, exercises and quiz, how far the person is, and what people say of it. */
export function CoursePage({ onImprove }: CoursePageProps) {
  const translate = useTranslate();
  const { courseId = '' } = useParams();
  const course = useOperation('training.course', { courseId });
  const back = { to: '/training', label: translate('training.title') };
  if (course.data === undefined) {
    return (
      <Page title={translate('training.title')} back={back} maxWidth={960}>
        {course.error === null ? <LoadingState /> : <ErrorMessage error={course.error} onRetry={course.refetch} />}
      </Page>
    );
  }
  return <Shown key={courseId} course={course.data} back={back} onImprove={onImprove} />;
}

interface ShownProps extends CoursePageProps {
  readonly course: ShownCourse;
  readonly back: { readonly to: string; readonly label: string };
}

function Shown({ course, back, onImprove }: ShownProps) {
  const translate = useTranslate();
  const language = useCourseLanguage();
  const mayEdit = usePermission('training.edit');
  const mayManage = usePermission('training.manage');
  const { id, title, summary, certificate, practice } = course;
  return (
    <Page
      title={title[language]}
      subtitle={summary[language]}
      back={back}
      maxWidth={960}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <StandingChip standing={course.standing} />
          {mayEdit && (
            <Button component={Link} to={`/training/${id}/edit`} variant="outlined" startIcon={<EditOutlinedIcon />}>
              {translate('training.edit.open')}
            </Button>
          )}
        </Stack>
      }
    >
      {certificate !== null && <CertificateCard certificate={certificate} />}
      <LessonList course={course} />
      {practice.length > 0 && <PracticeCard course={course} />}
      <QuizCard course={course} />
      <SectionCard title={translate('training.feedback.course')} subtitle={translate('training.feedback.lead')}>
        <RatingForm course={course} lessonKey={null} />
      </SectionCard>
      {mayManage && <FeedbackSummary course={course} onImprove={() => onImprove(course.id)} />}
    </Page>
  );
}
