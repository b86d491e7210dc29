import type { TaskItem } from '#shared/features/problems/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** What a task is called: its own words, or for a mention where one was mentioned. */
export function useTaskTitle(): (task: Pick<TaskItem, 'title' | 'origin'>) => string {
  const translate = useTranslate();
  return ({ title, origin }) => (origin === null ? title : translate(`problems.tasks.from.${origin.kind}`, { title: origin.title }));
}
