import { afterEach, beforeEach, expect, test } from 'vitest';
import { mostWords } from '#shared/features/spelling/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import { insertWord } from '../../../src-main/features/spelling/queries.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

async function draftId() {
  await world.must('vault.createSample', undefined);
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50 });
  const id = contracts.find(({ stage }) => stage === 'draft')?.id;
  if (id === undefined) throw new Error('no draft in the sample vault');
  return id;
}

const words = async () => (await world.must('spelling.own', undefined)).words;

test('spelling is checked until a person switches it off', async () => {
  expect(await world.must('spelling.own', undefined)).toEqual({ isOn: true, words: [] });
  await world.must('spelling.switch', { isOn: false });
  expect((await world.must('spelling.own', undefined)).isOn).toBe(false);
  await world.must('spelling.switch', { isOn: true });
  expect((await world.must('spelling.own', undefined)).isOn).toBe(true);
});

test('a person’s words are kept in order, each once however its capitals stand, and removed again', async () => {
  for (const word of ['Zorblat', 'acmeware', 'ZORBLAT', 'O’Brienly']) await world.must('spelling.addWord', { word });
  expect(await words()).toEqual(['acmeware', 'O’Brienly', 'Zorblat']);
  await world.must('spelling.removeWord', { word: "o'brienly" });
  expect(await words()).toEqual(['acmeware', 'Zorblat']);
  expect(await world.call('spelling.removeWord', { word: 'unheard' })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('what is no word is refused before it is looked at', async () => {
  for (const word of ['', ' ', 'two words', '12', 'a1', '甲方', 'x'.repeat(61), '<b>', '-', "'"]) expect(await world.call('spelling.addWord', { word })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(await words()).toEqual([]);
});

test('a word that is ignored in a contract is ignored in no other', async () => {
  const contractId = await draftId();
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50 });
  const other = contracts.find(({ id }) => id !== contractId)?.id ?? contractId;
  await world.must('spelling.ignoreWord', { contractId, word: 'Zorblat' });
  expect(await world.must('spelling.ignored', { contractId })).toEqual(['Zorblat']);
  expect(await world.must('spelling.ignored', { contractId: other })).toEqual([]);
  expect(await words()).toEqual([]);
  await world.must('spelling.heedWord', { contractId, word: 'zorblat' });
  expect(await world.must('spelling.ignored', { contractId })).toEqual([]);
  expect(await world.call('spelling.heedWord', { contractId, word: 'zorblat' })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
});

test('a dictionary that is full takes no more words, and says so', { timeout: 60_000 }, async () => {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('no open vault');
  const letters = (index: number) => [...String(index)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
  session.write<null, never>('spelling.addWord', (db, note) => {
    const by = session.user.id;
    for (let index = 0; index < mostWords; index += 1) insertWord(db, { userId: by }, { key: letters(index), word: letters(index), by, at: 0 });
    note('spelling', by);
    return succeed(null);
  });
  expect(await world.call('spelling.addWord', { word: 'onemore' })).toEqual({ ok: false, error: { code: 'TOO_MANY_WORDS' } });
  // One that is there stays there.
  await world.must('spelling.addWord', { word: letters(7) });
  expect(await words()).toHaveLength(mostWords);
});

test('the log says how many words there are, and none of them', async () => {
  await world.must('spelling.addWord', { word: 'Zorblat' });
  const { events } = await world.must('audit.list', { filter: {}, before: null, limit: 20 });
  expect(JSON.stringify(events)).toContain('spelling');
  expect(JSON.stringify(events)).not.toMatch(/zorblat/i);
});
