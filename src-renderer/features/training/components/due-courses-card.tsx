import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { LeadingAlert } from '../../../ui/leading-alert.tsx';

/** The courses that this person has to complete by a day; nothing when there are none. */
export function DueCoursesCard() {
  const translate = useTranslate();
  const due = useOperation('training.due', undefined).data;
  if (due === undefined || due.count === 0) return null;
  const isLate = due.lateCount > 0;
  return (
    <LeadingAlert severity={isLate ? 'warning' : 'info'} to="/training" label={translate('training.due.open')}>
      {translate(isLate ? 'training.due.late' : 'training.due.waiting', { count: due.count })}
    </LeadingAlert>
  );
}
