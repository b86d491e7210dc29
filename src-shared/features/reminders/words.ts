import type { Language } from '../settings/model.ts';
import { daysBetween, type Day } from '../../kernel/day.ts';
import type { ReminderEvent } from './model.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** Texts that main shows by itself: in notifications, the tray and calendar files. */
export function reminderTexts(language: Language): typeof zh {
  return language === 'en' ? en : zh;
}

/** What a notice says of a reminder; contract data, so never while the vault is locked. */
export interface NoticeFacts {
  readonly event: ReminderEvent;
  readonly targetOn: Day;
  readonly title: string;
  readonly isEscalated: boolean;
  readonly contractNumber: string | null;
  readonly contractTitle: string | null;
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** One reminder: what and when in the title, of which contract below it. */
export function noticeText(facts: NoticeFacts, today: Day, language: Language): NoticeText {
  const texts = reminderTexts(language);
  const title = dueText(facts.event, facts.targetOn, today, language);
  const contract = [facts.contractNumber, facts.contractTitle].filter((part) => part !== null).join(' ');
  const lines = facts.title === '' || facts.title === facts.contractTitle ? [contract] : [facts.title, contract];
  return {
    title: facts.isEscalated ? filled(texts.escalated, { title }) : title,
    body: [...lines.filter((line) => line !== ''), facts.targetOn].join(' · '),
  };
}

/** Many reminders in one message: how many, and the first of them. */
export function groupText(kind: 'group' | 'digest', count: number, first: NoticeFacts | undefined, today: Day, language: Language): NoticeText {
  const texts = reminderTexts(language);
  const name = first === undefined ? '' : [dueText(first.event, first.targetOn, today, language), first.contractTitle ?? first.title].filter((part) => part !== '').join(' · ');
  return {
    title: filled(kind === 'digest' ? texts.digest : texts.group, { count }),
    body: filled(kind === 'digest' ? texts.digestBody : texts.groupBody, { first: name }),
  };
}

/** What shows while the vault is locked: that something waits, and how much, but not what. */
export function lockedText(count: number, language: Language): NoticeText {
  const texts = reminderTexts(language);
  return { title: filled(texts.locked, { count }), body: texts.lockedBody };
}

function dueText(event: ReminderEvent, targetOn: Day, today: Day, language: Language): string {
  const texts = reminderTexts(language);
  const name = texts.event[event];
  if (event === 'warning') return name;
  const days = daysBetween(today, targetOn);
  if (days === 0) return filled(texts.today, { event: name });
  if (days === 1) return filled(texts.tomorrow, { event: name });
  return filled(days > 0 ? texts.ahead : texts.past, { event: name, days: Math.abs(days) });
}

/** A text with its blanks filled in. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}
