import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleEntry } from '../../harness/entries.ts';
import { makeTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// Somebody who holds core's key and a SQL shell rewrites the log: whatever they do to it is found, and at its place.

let world: TestWorld;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await makeTestVault(world));
  for (let count = 0; count < 5; count += 1) await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

/** Runs SQL past the application, as a shell with core's key would. */
function bySql(...texts: readonly string[]): void {
  world.core.vaults.session()?.derive((db) => texts.forEach((text) => db.run({ text, values: [] })));
}

const check = () => world.must('audit.check', { taskId: taskId() });
const lastSequence = (): number => world.core.vaults.session()?.db.get<{ last: number }>({ text: 'SELECT max(sequence) AS last FROM audit_events', values: [] })?.last ?? 0;

describe('the chain of events', () => {
  test('is whole in a vault that only the application wrote to, before and after a lock', async () => {
    expect((await check()).breaks).toEqual([]);
    world.core.vaults.lock();
    await unlockTestVault(world);
    const checked = await check();
    expect(checked).toMatchObject({ breaks: [], events: lastSequence() });
    expect(checked.head).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is whole while somebody goes on working', async () => {
    const entry = await sampleEntry(world);
    const checking = check();
    await world.must('contracts.create', entry);
    expect(await checking).toMatchObject({ breaks: [], events: lastSequence() });
  });

  test('names an event that was edited', async () => {
    bySql("UPDATE audit_events SET actor_id = 'somebody else' WHERE sequence = 3");
    expect((await check()).breaks).toEqual([{ kind: 'changed', from: 3, to: 3 }]);
  });

  test('names events that were deleted from its middle', async () => {
    bySql('DELETE FROM audit_events WHERE sequence IN (3, 4)');
    expect((await check()).breaks).toEqual([{ kind: 'missing', from: 3, to: 4 }]);
  });

  test('names events that changed places', async () => {
    bySql(
      'UPDATE audit_events SET sequence = -1 WHERE sequence = 2',
      'UPDATE audit_events SET sequence = 2 WHERE sequence = 3',
      'UPDATE audit_events SET sequence = 3 WHERE sequence = -1',
    );
    expect((await check()).breaks).toEqual([
      { kind: 'moved', from: 2, to: 2 },
      { kind: 'moved', from: 3, to: 3 },
    ]);
  });

  test('misses the newest events when they are cut off, though what is left fits together', async () => {
    const last = lastSequence();
    bySql(`DELETE FROM audit_events WHERE sequence > ${last - 2}`);
    expect((await check()).breaks).toEqual([{ kind: 'cut_off', from: last - 1, to: last }]);
  });

  test('is not fooled by an end that was written to fit', async () => {
    const last = lastSequence();
    bySql(
      `DELETE FROM audit_events WHERE sequence > ${last - 2}`,
      'UPDATE audit_head SET sequence = (SELECT max(sequence) FROM audit_events), hash = (SELECT hash FROM audit_events ORDER BY sequence DESC LIMIT 1)',
    );
    expect((await check()).breaks).toEqual([{ kind: 'end_forged', from: last - 2, to: last - 2 }]);
  });

  test('is not fooled when the end is taken away', async () => {
    world.core.vaults.lock();
    await unlockTestVault(world);
    bySql('DELETE FROM audit_head');
    expect((await check()).breaks).toMatchObject([{ kind: 'end_forged' }]);
  });

  test('shows an older copy of core, put back as a whole, by what the header remembers', async () => {
    const old = join(world.folder, 'older-core.db');
    cpSync(join(folder, 'core.db'), old);
    const before = lastSequence();
    for (let count = 0; count < 3; count += 1) await world.must('contracts.create', await sampleEntry(world));
    const after = lastSequence();
    world.core.vaults.lock();
    cpSync(old, join(folder, 'core.db'));
    await unlockTestVault(world);
    // The unlock itself is the event after the copy; what came after that is missing, the lock with it.
    expect((await check()).breaks).toMatchObject([{ kind: 'cut_off', from: before + 2, to: after + 1 }]);
  });
});

describe('the log', () => {
  test('notes once in a session that somebody looked at a contract, and each time that it was written out', async () => {
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 10 });
    const id = contracts[0]?.id ?? ('' as never);
    for (let count = 0; count < 3; count += 1) await world.must('contracts.get', { id });
    for (const name of ['a.md', 'b.md']) {
      world.answers.push(join(world.folder, name));
      await world.must('versions.exportFile', { contractId: id, versionNumber: 1, format: 'docx', since: null, heading: '', taskId: taskId() });
    }
    const { events } = await world.must('audit.list', { filter: { subjectKind: 'contract', subjectId: id }, before: null, limit: 100 });
    expect(events.filter(({ operation }) => operation === 'contracts.get')).toHaveLength(1);
    expect(events.filter(({ operation }) => operation === 'versions.exportFile')).toHaveLength(2);
    expect(events[0]?.subjectName).toMatch(/\d/);
  });

  test('is filtered by person, feature, time and thing, and paged without gaps', async () => {
    const { actors, features } = await world.must('audit.choices', undefined);
    expect(features).toContain('contracts');
    const [actor] = actors;
    const all = await world.must('audit.list', { filter: { actorId: actor?.id as never }, before: null, limit: 200 });
    expect(all.total).toBe(lastSequence());
    const first = await world.must('audit.list', { filter: { feature: 'contracts' }, before: null, limit: 2 });
    const second = await world.must('audit.list', { filter: { feature: 'contracts' }, before: first.events.at(-1)?.sequence ?? 0, limit: 2 });
    expect([...first.events, ...second.events].map(({ operation }) => operation.split('.')[0])).toEqual(Array(4).fill('contracts'));
    expect(new Set([...first.events, ...second.events].map(({ sequence }) => sequence)).size).toBe(4);
    world.clock.advance(60_000);
    expect((await world.must('audit.list', { filter: { from: world.clock.now() }, before: null, limit: 2 })).total).toBe(0);
  });

  test('is written out as CSV, which leaves an event itself', async () => {
    const target = join(world.folder, 'log.csv');
    world.answers.push(target);
    const headings = ['No.', 'Time', 'Who', 'What', 'Thing', 'Facts', 'Hash'];
    const written = await world.must('audit.exportList', { filter: {}, fileName: 'log', headings });
    expect(readFileSync(target, 'utf8').trim().split('\r\n')).toHaveLength((written?.rows ?? 0) + 1);
    const { events } = await world.must('audit.list', { filter: {}, before: null, limit: 1 });
    expect(events[0]).toMatchObject({ operation: 'audit.exportList', facts: `{"rows":${written?.rows}}` });
  });
});
