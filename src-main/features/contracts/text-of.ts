import { contractBodySchema, type ContractBody, type ContractId } from '#shared/features/contracts/model.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { joinAmounts, variableValuesSchema } from '#shared/features/documents/variables.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import { findContract, findText, listVersions } from './queries.ts';

/**
 * How the present version of a contract reads as plain text, a line for each block. Amounts are left out: the text goes
 * to the clauses compartment, they belong to finance. Null when the vault holds no text.
 */
export function textOfContract(db: Readable, id: ContractId): string | null {
  // Most contracts of an import have none, and to look for a version is the least.
  const version = listVersions(db, id)[0];
  const stored = version === undefined ? undefined : findText(db, version.id);
  const row = stored === undefined ? undefined : findContract(db, id);
  if (row === undefined || stored === undefined) return null;
  const body = bodyOf(db, stored);
  const entered = variableValuesSchema.parse(JSON.parse(stored.entered));
  const html = renderDocument({
    ...body,
    ...joinAmounts(body.variables, entered, withheld),
    language: row.language,
    number: row.number,
    mode: 'preview',
  });
  return plainText(html);
}

// A wording serves many contracts, and reading it costs more than all the rest. It goes with the connection, so that a
// locked vault leaves no text behind.
const bodies = new WeakMap<Readable, Map<string, ContractBody>>();
const mostBodies = 20;

function bodyOf(db: Readable, { digest, body }: { readonly digest: string; readonly body: string }): ContractBody {
  const known = bodies.get(db) ?? new Map<string, ContractBody>();
  const found = known.get(digest) ?? contractBodySchema.parse(JSON.parse(body));
  if (known.size >= mostBodies) known.clear();
  bodies.set(db, known.set(digest, found));
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The text of HTML that `renderDocument` made: its blocks become lines, its five entities what they stand for. */
function plainText(html: string): string {
  return html
    .replace(/<\/(p|h\d|li|tr|div|section|dt|dd|td|th)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
