import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { closedGate } from '../../harness/gates.ts';
import { membersOf } from '../../harness/members.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// A vault is locked by its menu, by itself after a while, and when the laptop sleeps: in the middle of whatever goes on. A
// dialog of the system's stays on the screen then, and whoever comes by can answer it.

const printed = readFileSync(join(import.meta.dirname, '../../fixtures/pdf/printed-contract.pdf'));
const locked = { ok: false, error: { code: 'VAULT_LOCKED' } };

let world: TestWorld;
let contract: Contract;
let printing: ReturnType<typeof closedGate> | null;
let target: string;
beforeEach(async () => {
  printing = null;
  world = testWorld({
    printToPdf: async () => {
      await printing?.pass();
      return new Uint8Array(printed);
    },
  });
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
  target = join(world.folder, 'written');
});
afterEach(() => world.close());

/** Leaves the next dialog open until it is answered. */
function openDialog(): (answer: string | null) => void {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  world.answers.push(promise);
  return resolve;
}

const exportVersion = () =>
  world.call('versions.exportFile', { contractId: contract.summary.id, versionNumber: 1, format: 'pdf', since: null, heading: '', taskId: taskId() });

async function addFile(): Promise<Awaited<ReturnType<typeof files>>[number]> {
  const source = join(world.folder, 'plan.txt');
  writeFileSync(source, 'a plan of the hall');
  await world.must('attachments.add', { contractId: contract.summary.id, pickIds: [world.core.picks.add(source)], taskId: taskId() });
  const [file] = await files();
  if (file === undefined) throw new Error('not added');
  return file;
}
const files = () => world.must('attachments.list', { contractId: contract.summary.id });

describe('a dialog that was left open when the vault was locked', () => {
  test('writes nothing out of it', async () => {
    const answer = openDialog();
    const exporting = exportVersion();
    world.core.vaults.lock();
    answer(target);
    expect(await exporting).toEqual(locked);
    expect(existsSync(target)).toBe(false);
  });

  test('writes nothing of what was at hand before it was asked', async () => {
    await world.must('exchange.makeIdentity', undefined);
    const answer = openDialog();
    const saving = world.call('exchange.saveCard', undefined);
    world.core.vaults.lock();
    answer(target);
    expect(await saving).toEqual(locked);
    expect(existsSync(target)).toBe(false);
  });

  test('writes nothing once somebody else has opened it', async () => {
    const members = membersOf(world);
    await members.invite('财务', 'finance');
    const answer = openDialog();
    const exporting = exportVersion();
    await members.become('财务');
    answer(target);
    expect(await exporting).toEqual(locked);
    expect(existsSync(target)).toBe(false);
  });

  test('can be closed', async () => {
    const answer = openDialog();
    const exporting = exportVersion();
    world.core.vaults.lock();
    answer(null);
    expect(await exporting).toEqual({ ok: true, value: null });
  });

  test('of the lock screen still chooses a vault', async () => {
    world.core.vaults.lock();
    const answer = openDialog();
    const picking = world.call('vault.pickFolder', { purpose: 'open' });
    await unlockTestVault(world);
    answer(world.folder);
    expect(await picking).toMatchObject({ ok: true, value: { folder: world.folder } });
  });
});

describe('what takes its time', () => {
  test('is not written once the vault was locked while it was printed', async () => {
    printing = closedGate();
    world.answers.push(target);
    const exporting = exportVersion();
    await printing.reached;
    world.core.vaults.lock();
    printing.open();
    expect(await exporting).toEqual(locked);
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(world.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('is not written once the vault was locked while a thread finished it', async () => {
    const finishing = world.hold('finish');
    world.answers.push(target);
    const exporting = exportVersion();
    await finishing.reached;
    world.core.vaults.lock();
    await unlockTestVault(world);
    finishing.open();
    expect(await exporting).toEqual(locked);
    expect(existsSync(target)).toBe(false);
  });

  test('is not told once the vault was locked while it was read', async () => {
    const { id } = await addFile();
    // It is noted once that somebody saw it; a second time nothing else would be written.
    await world.must('attachments.preview', { id });
    const showing = world.call('attachments.preview', { id });
    world.core.vaults.lock();
    expect(await showing).toEqual(locked);
  });

  test('is told to have met a locked vault, and not as a fault of the program', async () => {
    const comparing = world.hold('find');
    const looking = world.call('parties.duplicates', { taskId: taskId() });
    await comparing.reached;
    world.core.vaults.lock();
    comparing.open();
    expect(await looking).toEqual(locked);
    expect(world.log.filter((line) => line.includes('operation-failed'))).toEqual([]);
  });
});
