import { readFile, stat } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Clock } from '../../ports.ts';

const largestBytes = 10 * 1024 * 1024;

/** What an .eml file says, as plain text. What is attached to it stays in the file. */
export async function readEmail(path: string, clock: Clock): Promise<Result<NonNullable<OutputOf<'problems.readEmail'>>, 'PICK_EXPIRED' | 'FILE_TOO_LARGE' | 'NOT_AN_EMAIL'>> {
  const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
  if (size === null) return fail('PICK_EXPIRED');
  if (size > largestBytes) return fail('FILE_TOO_LARGE', { name: '', megabytes: largestBytes / 1024 / 1024 });
  const mail = await PostalMime.parse(await readFile(path), { maxNestingDepth: 20, maxHeadersSize: 512 * 1024 }).catch(() => null);
  if (mail === null || (mail.from === undefined && mail.subject === undefined)) return fail('NOT_AN_EMAIL');
  const people = [mail.from, ...(mail.to ?? [])].flatMap((one) => (one === undefined ? [] : [one.name === '' ? (one.address ?? '') : `${one.name} <${one.address ?? ''}>`]));
  const sent = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return succeed({
    subject: (mail.subject ?? '').slice(0, 300),
    correspondent: people.join(' → ').slice(0, 300),
    body: (mail.text ?? textOf(mail.html ?? '')).trim().slice(0, 20_000),
    sentOn: Number.isNaN(sent) ? null : dayAt(sent, clock.offsetMinutes(sent)),
  });
}

/** The words of an HTML mail; it is never shown as HTML. */
function textOf(html: string): string {
  return html
    .replace(/<(?:style|script)[^>]*>[^<]*<\/(?:style|script)>/gi, '')
    .replace(/<(?:br|\/p|\/div|\/tr)[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n');
}
