import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

// Whatever way a file comes to be checked, one without text that can be read is refused by a code, and nothing changes.

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

async function scan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
  return pdf.save();
}

const files = [
  ['a program named .docx', 'contract.docx', () => Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1), 'UNSUPPORTED_FILE'],
  ['a picture named .docx', 'contract.docx', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0), 'UNSUPPORTED_FILE'],
  ['an archive cut short', 'contract.docx', () => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'DAMAGED_FILE'],
  ['a scan', 'contract.pdf', scan, 'NO_TEXT_IN_FILE'],
  ['an empty file', 'contract.txt', () => new Uint8Array(), 'NO_TEXT_IN_FILE'],
] as const;

describe.each(files)('%s', (_, name, bytesOf, code) => {
  beforeEach(async () => {
    const path = join(world.folder, name);
    writeFileSync(path, await bytesOf());
    world.answers.push(path);
  });

  test('is no round of a contract', async () => {
    const pick = await world.must('versions.pickFile', undefined);
    if (pick === null) throw new Error('no file was picked');
    const { revision, summary } = contract;
    expect(await world.call('versions.importRound', { contractId: summary.id, revision, pickId: pick.pickId, taskId: taskId(), label: '', roundFrom: 'them' })).toMatchObject({ ok: false, error: { code } });
    expect((await world.must('contracts.get', { id: summary.id })).revision).toBe(revision);
  });

  test('is no template', async () => {
    expect(await world.call('templates.readFile', undefined)).toMatchObject({ ok: false, error: { code } });
  });
});
