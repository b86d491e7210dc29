import type { CourseLanguage } from '#shared/features/training/model.ts';
import { useLanguage } from '../../i18n/i18n.ts';

/** The language in which courses are shown: that of the interface. */
export function useCourseLanguage(): CourseLanguage {
  return useLanguage() === 'en' ? 'en' : 'zh';
}
