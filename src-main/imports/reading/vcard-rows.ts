import ICAL from 'ical.js';
import type { RawRow } from '#shared/features/imports/model.ts';
import { limits, UnreadableTable } from './table.ts';
import { modernCard } from './vcard-legacy.ts';

/** The columns that cards are laid out in. A card without ORG gives its FN there, and KIND says what the ORG is. */
export const cardHeadings = ['ORG', 'FN', 'TITLE', 'TEL', 'EMAIL', 'ADR', 'URL', 'NOTE', 'KIND'] as const;

// A card may hold a photo; more than this is no card.
const cardCharacters = 8 * 1024 ** 2;

/** The cards (vCard 2.1, 3.0, 4.0) of a text that arrives in pieces, one row each under `cardHeadings`. */
export async function* readCardRows(pieces: AsyncIterable<string>): AsyncGenerator<RawRow, void, undefined> {
  let rowNumber = 0;
  for await (const card of splitCards(pieces)) {
    rowNumber += 1;
    if (rowNumber > limits.rows) throw new UnreadableTable('TOO_LARGE', { rows: limits.rows });
    yield { rowNumber, cells: readCard(card, rowNumber) };
  }
}

async function* splitCards(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    for (;;) {
      const end = /^END:VCARD[ \t]*(?:\r\n?|\n)/im.exec(text);
      if (end === null) break;
      const cut = end.index + end[0].length;
      yield text.slice(0, cut).trim();
      text = text.slice(cut);
    }
    if (text.length > cardCharacters) throw new UnreadableTable('DAMAGED', { reason: 'vcard' });
  }
  if (/^END:VCARD\s*$/im.test(text)) yield text.trim();
  else if (text.trim() !== '') throw new UnreadableTable('DAMAGED', { reason: 'vcard' });
}

type Value = string | readonly Value[];
type Property = readonly [name: string, parameters: Readonly<Record<string, unknown>>, type: string, ...values: readonly Value[]];

function readCard(card: string, rowNumber: number): readonly string[] {
  const properties = parsedCard(card, rowNumber);
  const text = (name: string) => preferred(properties, name).map((value) => flat(value, ' ')).join(', ');
  const name = text('fn') || text('n');
  const organisation = flat(preferred(properties, 'org')[0] ?? '', ' ');
  const kind = text('kind').toLowerCase();
  const isCompany = organisation !== '' || kind === 'org';
  const telephone = text('tel').replace(/^tel:/i, '');
  const address = addressText(preferred(properties, 'adr')[0] ?? '');
  return [organisation || name, isCompany && kind === 'org' ? '' : name, text('title'), telephone, text('email').replace(/^mailto:/i, ''), address, text('url'), text('note'), isCompany ? 'company' : 'individual'];
}

function parsedCard(card: string, rowNumber: number): readonly Property[] {
  try {
    const [, properties] = ICAL.parse(modernCard(card)) as unknown as readonly [string, readonly Property[]];
    return properties;
  } catch {
    throw new UnreadableTable('DAMAGED', { reason: 'vcard', row: rowNumber });
  }
}

/** The values of the property that the card prefers, else of its first one. */
function preferred(properties: readonly Property[], name: string): readonly Value[] {
  const all = properties.filter(([one]) => one === name);
  const best = all.find(([, parameters]) => parameters['pref'] !== undefined || /\bpref\b/i.test(JSON.stringify(parameters['type'] ?? ''))) ?? all[0];
  return best?.slice(3) as readonly Value[] | undefined ?? [];
}

/** RFC 6350, 6.3.1: post box, extension, street, locality, region, code, country. Chinese addresses run from the country down. */
function addressText(value: Value): string {
  if (typeof value === 'string') return value;
  const [box, extension, street, locality, region, code, country] = value.map((part) => flat(part, ' '));
  const parts = /\p{Script=Han}/u.test(flat(value, ''))
    ? [country, region, locality, street, extension, box]
    : [box, extension, street, locality, region, code, country];
  const given = parts.filter((part) => part !== undefined && part !== '');
  return given.join(/\p{Script=Han}/u.test(flat(value, '')) ? '' : ', ');
}

function flat(value: Value, between: string): string {
  if (typeof value === 'string') return value.trim();
  return value.map((part) => flat(part, between)).filter((part) => part !== '').join(between);
}
