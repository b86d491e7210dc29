import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { insertContract } from '../../../src-main/features/contracts/queries.ts';
import { indexRecords, indexTexts } from '../../../src-main/features/contracts/search-index.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// More than a search takes for many, so that every way of finding the best is taken.
const count = 3_600;

let world: TestWorld;

beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  const db = connectionOf(world);
  const texts = new Map<ContractId, string>();
  db.transact(() => {
    for (let index = 0; index < count; index += 1) {
      const id = crypto.randomUUID() as string as ContractId;
      texts.set(id, textOf(index));
      insertContract(db, rowOf(id, index));
      // One after the other, so that the index has them in their order.
      indexRecords(db, 1);
    }
    indexTexts(db, count, Infinity, (_, id) => texts.get(id) ?? null);
  });
});
afterAll(() => world.close());

/** Words of the text by how many contracts have them, and where those stand; the best of each has it three times. */
function textOf(index: number): string {
  return [
    '各方同意',
    '常在',
    ...(index < 600 ? ['早有'] : []),
    ...(index === 100 ? ['早有，早有'] : []),
    ...(index >= count - 600 ? ['晚见'] : []),
    ...(index === count - 300 ? ['晚见，晚见'] : []),
    ...(index % 8 === 0 ? ['间或'] : []),
    ...(index === 1_600 ? ['间或，间或'] : []),
    ...(index % 300 === 0 ? ['稀罕'] : []),
    ...(index === 900 ? ['稀罕，稀罕'] : []),
    ...(index === 1_200 ? ['其余从略。'.repeat(40)] : []),
    ...(index % 900 === 7 ? [`rare${index} rarely`] : []),
  ].join('。');
}

const rowOf = (id: ContractId, index: number) => ({
  ...{ id, number: `O-${String(index).padStart(4, '0')}`, title: index % 2 === 0 ? '甲类' : '乙类', contractType: 'lease' as const, language: 'zh' as const, stage: 'signed' as const },
  ...{ templateVersionId: null, ownerId: world.core.vaults.session()?.user.id as UserId, ownerName: '陈静', effectiveOn: null, direction: 'pay' as const, versionNumber: 0, at: Date.UTC(2026, 0, 1) + index },
});

const found = async (text: string, limit = 20) => (await world.must('contracts.search', { text, limit })).hits.map(({ contract }) => Number(contract.number.slice(2)));

describe('of contracts with a word', () => {
  test.each([
    ['all have it: the newest come first', '常在', count - 1, 20],
    ['only the oldest have it: the best comes first', '早有', 100, 20],
    ['only the newest have it: the best comes first', '晚见', count - 300, 20],
    ['one in eight has it: the best comes first', '间或', 1_600, 20],
    ['a dozen have it: the best comes first', '稀罕', 900, 12],
  ])('%s', async (_, word, first, length) => {
    const hits = await found(word);
    expect([hits[0], hits.length, new Set(hits).size]).toEqual([first, length, length]);
  });

  test('the newest come in their order', async () => {
    expect(await found('常在', 100)).toEqual(Array.from({ length: 100 }, (_, at) => count - 1 - at));
  });

  test('few come in the order in which SQLite ranks them, among equals the newest first', async () => {
    const hits = await found('稀罕');
    const bySqlite = connectionOf(world).all<{ number: string }>(sql`
      SELECT number FROM clauses.text_index JOIN search_rows ON search_rows.row = text_index.rowid JOIN contracts ON contracts.id = contract_id
      WHERE text_index MATCH ${'"稀 罕"'} ORDER BY round(rank, 6), text_index.rowid DESC`);
    expect(hits).toEqual(bySqlite.map(({ number }) => Number(number.slice(2))));
    // Who has it three times comes first, the longest text last.
    expect([hits[0], hits.at(-1)]).toEqual([900, 1_200]);
  });

  test('fewer are shown where fewer are asked for, the same ones', async () => {
    for (const word of ['常在', '早有', '晚见', '间或', '稀罕', 'rare', '常在 稀罕']) expect(await found(word, 5), word).toEqual((await found(word)).slice(0, 5));
  });

  test('words of which one is everywhere are ranked by the other', async () => {
    expect((await found('常在 稀罕'))[0]).toBe(900);
    expect((await found('稀罕 常在'))[0]).toBe(900);
  });

  test('a condition narrows each of them', async () => {
    for (const word of ['常在', '早有', '晚见', '间或', '稀罕']) expect(await found(`${word} type:nda`), word).toEqual([]);
    expect(await found('常在 type:lease')).toEqual(await found('常在'));
  });
});
