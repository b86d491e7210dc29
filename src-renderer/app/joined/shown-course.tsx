import { useReportStore } from '../../features/improvement/store.ts';
import { CoursePage } from '../../features/training/course-page.tsx';

export function ShownCourse() {
  const report = useReportStore((state) => state.open);
  return <CoursePage onImprove={(courseId) => report('training', courseId)} />;
}
