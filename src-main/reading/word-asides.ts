import type { FileComment, TextAsides } from '#shared/features/reading/model.ts';
import { tagsOf, unescaped } from './word-tags.ts';

const longest = { about: 80, comment: 4_000, line: 300 } as const;
/** More comments or header texts than these are counted, not shown. */
const mostShown = 300;

/** A comment as the library reads it, its words made out. */
export interface WordComment extends Pick<FileComment, 'author' | 'text'> {
  readonly id: string;
}

/**
 * What of a Word file is not its text: the different headers and footers that say more than which page it is, and the
 * comments, with the beginning of the paragraph that each stands at. Null where there is none of it.
 */
export function asidesOf(parts: ReadonlyMap<string, string>, comments: readonly WordComment[], paragraphs: ReadonlyMap<string, string>): TextAsides | null {
  const linesOf = (kind: 'header' | 'footer') => {
    const named = [...parts].filter(([name]) => marginPart.exec(name)?.[1] === kind);
    return [...new Set(named.map(([, xml]) => wordsOf(xml)))].filter(saysMoreThanThePage);
  };
  const [headers, footers] = [linesOf('header'), linesOf('footer')];
  const told = comments.filter(({ text }) => text !== '');
  if (headers.length + footers.length + told.length === 0) return null;
  return {
    headers: headers.slice(0, mostShown).map((line) => line.slice(0, longest.line)),
    footers: footers.slice(0, mostShown).map((line) => line.slice(0, longest.line)),
    commentCount: told.length,
    comments: told.slice(0, mostShown).map(({ id, author, text }) => ({
      author: author.slice(0, longest.line),
      about: (paragraphs.get(id) ?? '').slice(0, longest.about),
      text: text.slice(0, longest.comment),
    })),
  };
}

const marginPart = /^word\/(header|footer)\d*\.xml$/u;

/** Whether a part of the file is a header or a footer. */
export function isMargin(name: string): boolean {
  return marginPart.test(name);
}

/** The words of a part, paragraphs apart; what a tracked change deleted has other tags. */
function wordsOf(xml: string): string {
  let words = '';
  let from: number | null = null;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'w:t') {
      if (tag.kind === 'opening') from = tag.to;
      else if (tag.kind === 'closing' && from !== null) {
        words += unescaped(xml.slice(from, tag.from));
        from = null;
      }
    } else if (tag.name === 'w:tab' || (tag.name === 'w:p' && tag.kind === 'closing')) words += ' ';
  }
  return words.replace(/\s+/gu, ' ').trim();
}

/** A page's number, in whichever words, tells nothing of the contract. */
function saysMoreThanThePage(line: string): boolean {
  return /\p{L}/u.test(line.replace(/第|页|共|頁|\bpage\b|\bof\b|\b[ivxlc]+\b/giu, ''));
}
