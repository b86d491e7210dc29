import type { Chapter, ChapterKey, HandbookHit } from './model.ts';

/**
 * Takes a chapter's Markdown apart: its `#` heading, what follows it, and its `##` sections. `labels` gives the words of
 * the interface that the text names as `{{key}}`, so that a button renamed is renamed here too.
 */
export function readChapter(key: ChapterKey, markdown: string, labels: (key: string) => string): Chapter {
  const text = markdown.replaceAll('\r\n', '\n').replace(labelMark, (_, name: string) => `**${labels(name)}**`);
  const [head = '', ...rest] = text.split(/^## /m);
  return {
    key,
    title: /^# (.+)$/m.exec(head)?.[1]?.trim() ?? key,
    lead: head.replace(/^# .+$/m, '').trim(),
    sections: rest.map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return { title: title.trim(), body: lines.join('\n').trim() };
    }),
  };
}

/** The names of the interface's words in a chapter's Markdown. */
export function labelsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(labelMark)].map(([, name = '']) => name);
}

/** The names of the pictures in a chapter's Markdown. */
export function picturesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/!\[[^\]]*\]\(([a-z-]+)\)/g)].map(([, name = '']) => name);
}

/**
 * The places where every word typed occurs, headings before bodies, in reading order. Widths and case of letters don't
 * matter. Nothing typed finds nothing.
 */
export function searchHandbook(chapters: readonly Chapter[], typed: string): readonly HandbookHit[] {
  const words = fold(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const places = chapters.flatMap(({ key, title, lead, sections }) => [
    { chapter: key, section: null, title, body: lead, within: title },
    ...sections.map((section, index) => ({ chapter: key, section: index, title: section.title, body: section.body, within: `${title} ${section.title}` })),
  ]);
  const holds = (text: string) => words.every((word) => text.includes(word));
  const hits = places
    .map((place) => ({ place, plain: plainOf(place.body) }))
    .filter(({ place, plain }) => holds(fold(`${place.within} ${plain}`)));
  const isTitled = ({ place }: (typeof hits)[number]) => holds(fold(place.title));
  return [...hits.filter(isTitled), ...hits.filter((hit) => !isTitled(hit))].map(({ place, plain }) => ({
    chapter: place.chapter,
    section: place.section,
    title: place.title,
    excerpt: excerptOf(plain, words),
  }));
}

/** The chapter that explains a page, by the page's path; the first one for a path that none explains. */
export function chapterOf(path: string): ChapterKey {
  return byPath.find(([pattern]) => pattern.test(path))?.[1] ?? 'start';
}

const labelMark = /\{\{([a-zA-Z0-9_.-]+\.[a-zA-Z0-9_.-]+)\}\}/g;

// The first that fits; what is more particular stands first.
const byPath: readonly (readonly [RegExp, ChapterKey])[] = [
  [/^\/contracts\/new|\/(?:edit|revise)$/, 'drafting'],
  [/^\/contracts\/[^/]+\/versions/, 'drafting'],
  [/^\/contracts\/[^/]+\/check|^\/checker/, 'checker'],
  [/^\/contracts/, 'contracts'],
  [/^\/parties/, 'contracts'],
  [/^\/(?:templates|clauses)/, 'templates'],
  [/^\/approvals/, 'approvals'],
  [/^\/(?:signing|identity|verify)/, 'signing'],
  [/^\/(?:fulfilment|field)/, 'fulfilment'],
  [/^\/(?:reminders|risks)/, 'reminders'],
  [/^\/(?:reviews|analytics|improvement)/, 'reviews'],
  [/^\/training/, 'training'],
  [/^\/(?:import|exchange)/, 'exchange'],
  [/^\/(?:settings|backups|audit|permissions|people)/, 'security'],
];

const excerptLength = 90;

function excerptOf(plain: string, words: readonly string[]): string {
  const folded = fold(plain);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  // Folding can change lengths, so that the place is near rather than exact; an excerpt needs no more.
  const from = Math.max(0, Math.min(...(found.length === 0 ? [0] : found)) - 24);
  const cut = plain.slice(from, from + excerptLength);
  return `${from > 0 ? '…' : ''}${cut}${from + excerptLength < plain.length ? '…' : ''}`;
}

function plainOf(markdown: string): string {
  return markdown
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/^\|[-| ]+\|$/gm, '')
    .replaceAll(/[*`>|#]|^\s*(?:\d+\.|-) /gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
