import ICAL from 'ical.js';
import type { DueItem } from '#shared/features/reminders/model.ts';
import { reminderTexts } from '#shared/features/reminders/words.ts';
import type { Language } from '#shared/features/settings/model.ts';
import { addDays } from '#shared/kernel/day.ts';

export interface CalendarParts {
  readonly language: Language;
  /** Whether titles and numbers of contracts stand in it. */
  readonly withNames: boolean;
  readonly now: number;
}

/** Dates as an iCalendar file (RFC 5545): an all-day event each, with an alarm the day before. */
export function calendarOfDue(items: readonly DueItem[], { language, withNames, now }: CalendarParts): string {
  const texts = reminderTexts(language);
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Deedbox//Due dates//EN');
  calendar.addPropertyWithValue('x-wr-calname', texts.calendarName);
  for (const item of items) {
    const event = new ICAL.Component('vevent');
    const name = texts.event[item.event];
    const what = item.title === '' || item.title === item.contractTitle ? item.contractTitle : item.title;
    event.addPropertyWithValue('uid', `${item.event}-${item.entityId}@deedbox`);
    event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(new Date(now), true));
    event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(item.targetOn));
    event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(item.targetOn, 1)));
    event.addPropertyWithValue('summary', withNames && what !== null ? `${name}: ${what}` : name);
    if (withNames && item.contractNumber !== null) event.addPropertyWithValue('description', `${item.contractNumber} ${item.contractTitle ?? ''}`.trim());
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    const alarm = new ICAL.Component('valarm');
    alarm.addPropertyWithValue('action', 'DISPLAY');
    alarm.addPropertyWithValue('description', name);
    alarm.addPropertyWithValue('trigger', ICAL.Duration.fromString('-P1D'));
    event.addSubcomponent(alarm);
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}
