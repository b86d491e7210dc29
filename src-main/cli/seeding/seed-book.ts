import { setImmediate } from 'node:timers/promises';
import { seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Core } from '../../core.ts';
import type { Writable } from '../../db/connection.ts';
import { findContract } from '../../features/contracts/queries.ts';
import { indexRecords, indexTexts, mergeIndexes } from '../../features/contracts/search-index.ts';
import { textOfContract } from '../../features/contracts/text-of.ts';
import { getTemplate, listTemplates } from '../../features/templates/service.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { contractAt, seededTypes, type ContractToSeed, type SeededType, type SeedSurroundings } from './contracts.ts';
import { partyAt, personName } from './parties.ts';
import { createRandom } from './random.ts';

export interface Seeding {
  readonly core: Core;
  readonly clock: Clock;
  readonly contracts: number;
  readonly onProgress: (done: number) => void;
}

const atOnce = 200;
const pagesAtOnce = 2_000;

/**
 * Fills an open vault with contracts, their parties and their search index: through the same services as the window
 * does, with their checks, numbers, hashes and audit events, some hundreds in a transaction. The series is always the same.
 */
export async function seedBook({ core, clock, contracts: count, onProgress }: Seeding): Promise<void> {
  const session = core.vaults.session();
  assert(session !== null, 'the vault to be filled is not open');
  const random = createRandom(20_261_125);
  const owners = Array.from({ length: 24 }, () => personName(random));
  const around: SeedSurroundings = { random, today: dayOn(clock), owners, ...seedParties(core, session, Math.min(2_000, Math.max(40, Math.ceil(count / 40)))) };
  const templates = new Map(listTemplates(session.whole).map(({ contractType, versionId }) => [contractType, versionId]));
  const contentOf = (type: SeededType) => {
    const versionId = templates.get(type);
    const template = versionId === undefined ? undefined : getTemplate(session.whole, versionId);
    assert(versionId !== undefined && template?.ok === true && seedTypes.includes(type), 'a shipped template is missing');
    return { versionId, content: template.value.content };
  };
  for (let from = 0; from < count; from += atOnce) {
    const to = Math.min(count, from + atOnce);
    session.write<null, never>('contracts.create', (db, note) => {
      for (let index = from; index < to; index += 1) {
        const type = random.pick(seededTypes);
        const { versionId, content } = contentOf(type);
        addContract(core, session, db, note, versionId, contractAt(index, type, content, around));
      }
      return succeed(null);
    });
    session.derive((db) => {
      indexRecords(db, atOnce * 2);
      indexTexts(db, atOnce * 2, Infinity, textOfContract);
    });
    onProgress(to);
    // Lets a person stop it with Ctrl-C.
    await setImmediate();
  }
  for (let isMore = true; isMore; ) session.derive((db) => (isMore = mergeIndexes(db, true, pagesAtOnce)));
}

function addContract(core: Core, session: Session, db: Writable, note: RecordChange, versionId: Parameters<Core['contracts']['add']>[3], seed: ContractToSeed): void {
  const added = core.contracts.add(session, db, note, versionId, seed.entry);
  assert(added.ok, `a contract could not be made: ${added.ok ? '' : JSON.stringify(added.error)}`);
  const id = added.value;
  const row = findContract(db, id);
  assert(row !== undefined, 'a contract vanished within a transaction');
  const { entry, record, amount, stage } = seed;
  const saved = core.records.saveWithin(session, db, note, { id, revision: row.revision, entry: { title: entry.title, contractType: row.contract_type, record, amount } });
  assert(saved.ok, `a record could not be saved: ${saved.ok ? '' : JSON.stringify(saved.error)}`);
  if (stage === 'draft') return;
  const moved = core.records.moveWithin(db, note, { id, to: stage, reason: stage === 'cancelled' ? '对方未回应 No reply' : '', by: session.user.id, signedOn: record.signedOn });
  assert(moved.ok, `a contract could not be moved: ${moved.ok ? '' : moved.error.code}`);
}

function seedParties(core: Core, session: Session, count: number): { readonly own: readonly PartyId[]; readonly others: readonly PartyId[] } {
  const random = createRandom(7_919);
  const ids: PartyId[] = [];
  session.write<null, never>('parties.create', (db, note) => {
    for (let index = 0; index < count; index += 1) {
      const added = core.parties.add(session, db, note, partyAt(index, index < 3 ? 'internal' : 'company', random));
      assert(added.ok, `a party could not be added: ${added.ok ? '' : JSON.stringify(added.error)}`);
      ids.push(added.value.id);
    }
    return succeed(null);
  });
  return { own: ids.slice(0, 3), others: ids.slice(3) };
}
