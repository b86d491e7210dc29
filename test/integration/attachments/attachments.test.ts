import { copyFileSync, openSync, closeSync, ftruncateSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Document, Packer, Paragraph } from 'docx';
import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { largestAttachmentBytes, undoMilliseconds } from '#shared/features/attachments/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { chunkBytes, DamagedAttachment, readChunks, writeChunks } from '../../../src-main/attachments/chunked-file.ts';
import { Secret } from '../../../src-main/crypto/secret.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { collectGarbage } from '../../harness/garbage.ts';
import { membersOf } from '../../harness/members.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
let vaultFolder: string;
beforeEach(async () => {
  world = testWorld();
  vaultFolder = (await createTestVault(world)).folder;
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const stored = () => readdirSync(join(vaultFolder, 'attachments'));
const list = () => world.must('attachments.list', { contractId: contract.summary.id });
const inFolder = (name: string) => join(world.folder, name);
const extracted = () => vi.waitFor(async () => expect((await list()).every(({ textState }) => textState !== 'pending' && textState !== 'running')).toBe(true), { timeout: 20_000 });

function add(...paths: readonly string[]) {
  const pickIds = paths.map((path) => world.core.picks.add(path));
  return world.call('attachments.add', { contractId: contract.summary.id, pickIds, taskId: taskId() });
}

async function addText(name: string, text: string) {
  writeFileSync(inFolder(name), text);
  const reply = await add(inFolder(name));
  expect(reply).toMatchObject({ ok: true, value: { added: 1, failed: [] } });
  const file = (await list())[0];
  if (file === undefined) throw new Error('not added');
  return file;
}

describe('a file', () => {
  test('is stored encrypted under a name that tells nothing, and comes back whole', async () => {
    const text = '独一无二的附件内容 '.repeat(200_000);
    const { id, ...file } = await addText('附件.txt', text);
    expect(file).toMatchObject({ name: '附件.txt', byteLength: Buffer.byteLength(text), addedBy: '陈静 Chen Jing' });
    const [name] = stored();
    const bytes = readFileSync(join(vaultFolder, 'attachments', name ?? ''));
    expect(bytes.includes(Buffer.from('独一无二'))).toBe(false);
    expect(name).toMatch(/^[0-9a-f]{64}$/);
    world.answers.push(inFolder('saved.txt'));
    await world.must('attachments.saveAs', { id });
    expect(readFileSync(inFolder('saved.txt'), 'utf8')).toBe(text);
  });

  test('is stored once however often it is added, and swept with its last name when it can’t come back', async () => {
    const first = await addText('a.txt', 'same bytes');
    const second = await addText('b.txt', 'same bytes');
    expect(stored()).toHaveLength(1);
    await world.must('attachments.remove', { id: first.id });
    await reopenLater();
    expect(stored()).toHaveLength(1);
    await world.must('attachments.remove', { id: second.id });
    await reopenLater();
    await vi.waitFor(() => expect(stored()).toEqual([]));
  });

  test('comes back within the minute and not later', async () => {
    const { id } = await addText('a.txt', 'undone');
    await world.must('attachments.remove', { id });
    expect(await list()).toEqual([]);
    await world.must('attachments.restore', { id });
    expect((await list()).map((file) => file.id)).toEqual([id]);
    await world.must('attachments.remove', { id });
    world.clock.advance(undoMilliseconds);
    expect(await world.call('attachments.restore', { id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('takes another name but none that leads to another folder', async () => {
    const { id } = await addText('a.txt', 'renamed');
    await world.must('attachments.rename', { id, name: '新名.txt' });
    expect((await list())[0]?.name).toBe('新名.txt');
    expect(await world.call('attachments.rename', { id, name: '../a' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });

  async function reopenLater() {
    await extracted();
    world.clock.advance(undoMilliseconds + 1);
    world.core.vaults.lock();
    expect((await unlockTestVault(world)).ok).toBe(true);
  }
});

describe('of several files', () => {
  test('one that is too large and one that is gone are named, the others added', async () => {
    sparse('large.bin', largestAttachmentBytes + 1);
    writeFileSync(inFolder('small.txt'), 'small');
    expect(await add(inFolder('large.bin'), inFolder('gone.txt'), inFolder('small.txt'))).toMatchObject({
      value: {
        added: 1,
        failed: [{ name: 'large.bin', code: 'FILE_TOO_LARGE' }, { name: 'gone.txt', code: 'PICK_EXPIRED' }],
        isCancelled: false,
      },
    });
    expect((await list()).map(({ name }) => name)).toEqual(['small.txt']);
  });

  test('a cancelled one leaves nothing behind', async () => {
    sparse('large.bin', 150 * 1024 * 1024);
    const task = taskId();
    const pickIds = [world.core.picks.add(inFolder('large.bin'))];
    const adding = world.call('attachments.add', { contractId: contract.summary.id, pickIds, taskId: task });
    await vi.waitFor(() => expect(stored()).toHaveLength(1));
    await world.must('attachments.cancel', { taskId: task });
    expect(await adding).toMatchObject({ value: { added: 0, isCancelled: true } });
    expect(stored()).toEqual([]);
  });
});

/** Bytes of buffers that are still held; what only waits to be collected is collected first. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

test('200 MiB are taken with the memory of a few chunks', async () => {
  sparse('limit.bin', largestAttachmentBytes);
  let highest = 0;
  const before = heldBytes();
  const watch = setInterval(() => (highest = Math.max(highest, heldBytes())), 300);
  expect(await add(inFolder('limit.bin'))).toMatchObject({ value: { added: 1, failed: [] } });
  clearInterval(watch);
  expect(highest - before).toBeLessThan(120 * 1024 * 1024);
}, 60_000);

describe('a stored file whose chunks were', () => {
  const key = Secret.random();
  const plain = [Buffer.alloc(chunkBytes, 1), Buffer.alloc(chunkBytes, 2), Buffer.alloc(10, 3)];
  const sealed = chunkBytes + 16;

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['swapped', (bytes) => Buffer.concat([bytes.subarray(0, 12), bytes.subarray(12 + sealed, 12 + 2 * sealed), bytes.subarray(12, 12 + sealed), bytes.subarray(12 + 2 * sealed)])],
    ['cut off', (bytes) => bytes.subarray(0, 12 + 2 * sealed)],
    ['left out', (bytes) => Buffer.concat([bytes.subarray(0, 12), bytes.subarray(12 + sealed)])],
    ['lengthened', (bytes) => Buffer.concat([bytes, bytes.subarray(12, 12 + sealed)])],
    ['changed in one bit', (bytes) => Buffer.from(bytes.map((byte, at) => (at === 5_000 ? byte ^ 1 : byte)))],
  ])('%s does not open', async (_, harm) => {
    const [whole, harmed] = [inFolder('whole'), inFolder('harmed')];
    await writeChunks(whole, key, Readable.from(plain));
    expect(Buffer.concat(await collect(whole)).equals(Buffer.concat(plain))).toBe(true);
    writeFileSync(harmed, harm(readFileSync(whole)));
    await expect(collect(harmed)).rejects.toThrow(DamagedAttachment);
  });

  async function collect(path: string) {
    const chunks: Buffer[] = [];
    for await (const chunk of readChunks(path, key)) chunks.push(chunk);
    return chunks;
  }
});

describe('search', () => {
  test('finds a Chinese word in a Word and in a PDF file, and no more once they are removed', async () => {
    const docx = new Document({ sections: [{ children: [new Paragraph('验收报告：量子纠缠陀螺仪合格')] }] });
    writeFileSync(inFolder('验收.docx'), await Packer.toBuffer(docx));
    copyFileSync(join(import.meta.dirname, '../../fixtures/pdf/printed-contract.pdf'), inFolder('printed.pdf'));
    await add(inFolder('验收.docx'));
    await extracted();
    expect((await find('量子纠缠'))[0]).toMatchObject({ place: 'attachment', fileName: '验收.docx', contract: { id: contract.summary.id } });
    expect(await listed('量子纠缠')).toEqual([contract.summary.id]);
    expect(await listed(`量子纠缠 ${contract.summary.number}`)).toEqual([contract.summary.id]);
    const [place] = await world.must('contracts.wordPlaces', { ids: [contract.summary.id], text: '量子纠缠' });
    expect(place).toMatchObject({ contractId: contract.summary.id, fileName: '验收.docx' });
    expect(place?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['量子纠缠']);
    const [file] = await list();
    await world.must('attachments.remove', { id: file?.id as never });
    expect([await find('量子纠缠'), await listed('量子纠缠')]).toEqual([[], []]);
    expect(await world.must('contracts.wordPlaces', { ids: [contract.summary.id], text: '量子纠缠' })).toEqual([]);
    await world.must('attachments.restore', { id: file?.id as never });
    expect(await find('量子纠缠')).toHaveLength(1);
    await add(inFolder('printed.pdf'));
    await extracted();
    const [pdf] = await list();
    const preview = await world.must('attachments.preview', { id: pdf?.id as never });
    expect(preview.kind).toBe('pdf');
    expect(pdf?.textState).toBe('done');
  });

  test('finds a file by its name before its text is read, by the name that it has now, and no more once it is removed', async () => {
    const { id } = await addText('报价单2026.xyz', '单价三万元');
    const marked = (snippet: readonly { text: string; isHit: boolean }[] | undefined) => snippet?.filter(({ isHit }) => isHit).map(({ text }) => text);
    const [hit] = await find('报价单');
    expect(hit).toMatchObject({ place: 'attachment', fileName: '报价单2026.xyz', isFileName: true, contract: { id: contract.summary.id } });
    expect(hit?.snippet.map(({ text }) => text).join('')).toBe('报价单2026.xyz');
    expect(marked(hit?.snippet)).toEqual(['报价单']);
    expect([await listed('报价单'), await listed('价单2026')]).toEqual([[contract.summary.id], [contract.summary.id]]);
    expect((await places('报价单'))[0]).toMatchObject({ contractId: contract.summary.id, isFileName: true });
    await extracted();
    // Words may stand one in the name, another in the text; no phrase reaches from one into the other.
    expect((await find('报价单 三万元'))[0]).toMatchObject({ place: 'attachment' });
    expect((await find('三万元'))[0]).toMatchObject({ isFileName: false });
    expect(await find('xyz单价')).toEqual([]);

    await world.must('attachments.rename', { id, name: '询价函.xyz' });
    expect([await find('报价单'), await listed('报价单'), await places('报价单')]).toEqual([[], [], []]);
    expect((await find('询价函'))[0]).toMatchObject({ fileName: '询价函.xyz', isFileName: true });
    expect((await find('三万元'))[0]).toMatchObject({ fileName: '询价函.xyz', isFileName: false });
    await world.must('attachments.remove', { id });
    expect(await find('询价函')).toEqual([]);
    await world.must('attachments.restore', { id });
    expect(await find('询价函')).toHaveLength(1);
  });

  test('tells nobody of a name whose keys don’t open the files', async () => {
    await addText('报价单.txt', '单价三万元');
    await extracted();
    const people = membersOf(world);
    await people.invite('财务乙', 'finance');
    await people.become('财务乙');
    expect([await find('报价单'), await listed('报价单'), await places('报价单')]).toEqual([[], [], []]);
  });

  test('finds by their names the files of a vault of the version before, and those that were renamed beside the program’s ways', async () => {
    await addText('报价单.txt', '单价三万元');
    await addText('图纸.bin', '\u0000\u0001');
    await extracted();
    const connection = connectionOf(world);
    // As the version before kept them: the text alone.
    connection.transact(() => {
      connection.run(sql`DELETE FROM clauses.attachment_index`);
      connection.run(sql`UPDATE clauses.contract_attachments SET is_name_indexed = 0`);
      connection.run(sql`UPDATE clauses.contract_attachments SET name = '效果图.bin' WHERE name = '图纸.bin'`);
    });
    expect(await find('报价单')).toEqual([]);
    world.core.vaults.lock();
    expect((await unlockTestVault(world)).ok).toBe(true);
    await vi.waitFor(async () => expect(await find('报价单')).toHaveLength(1));
    await vi.waitFor(async () => expect((await find('效果图'))[0]).toMatchObject({ fileName: '效果图.bin' }));
    expect((await find('三万元'))[0]).toMatchObject({ fileName: '报价单.txt', isFileName: false });
    expect(connectionOf(world).get(sql`SELECT count(*) AS count FROM clauses.contract_attachments WHERE is_name_indexed = 0`)).toEqual({ count: 0 });
  });

  const places = (text: string) => world.must('contracts.wordPlaces', { ids: [contract.summary.id], text });
  const find = async (text: string) => (await world.must('contracts.search', { text, limit: 5 })).hits;
  const listed = async (search: string) => (await world.must('contracts.list', { search, sort: 'number', limit: 5 })).contracts.map(({ id }) => id);
});

describe('the text of a file', () => {
  test('that is longer than can be searched is found by its beginning, and says so', async () => {
    await addText('long.txt', `开头的词${'甲'.repeat(1_000_000)}`);
    await addText('short.txt', '不长');
    await extracted();
    expect((await list()).map(({ name, textState, textNote }) => [name, textState, textNote])).toEqual([['short.txt', 'done', null], ['long.txt', 'done', 'CUT']]);
  });

  test('of a file that is too large, locked or damaged is not read, and says why', async () => {
    sparse('large.txt', 64 * 1024 * 1024 + 1);
    writeFileSync(inFolder('locked.docx'), Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]));
    writeFileSync(inFolder('broken.pdf'), '%PDF-1.7 nothing follows');
    await add(inFolder('large.txt'), inFolder('locked.docx'), inFolder('broken.pdf'));
    await extracted();
    expect((await list()).map(({ textState, textNote }) => [textState, textNote])).toEqual([['failed', 'DAMAGED_FILE'], ['failed', 'ENCRYPTED_FILE'], ['failed', 'FILE_TOO_LARGE']]);
  });

  test.each(['contract.docx', 'figures.xlsx', 'printed.pdf', 'old.doc'])('of %s that holds nothing of its kind is told as damaged', async (name) => {
    const noise = Buffer.from(Array.from({ length: 2048 }, (_, at) => (at * 197 + (at >> 3)) % 256));
    writeFileSync(inFolder(name), noise);
    await add(inFolder(name));
    await extracted();
    expect((await list()).map(({ textState, textNote }) => [textState, textNote])).toEqual([['failed', 'DAMAGED_FILE']]);
  });

  test('of a whole workbook, a picture, an empty note and a kind that nobody knows is none, without a word of damage', async () => {
    writeFileSync(inFolder('figures.xlsx'), await writeXlsx({ sheets: [{ name: '报价', rows: [['泵', 12]] }] }));
    writeFileSync(inFolder('photo.png'), Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
    writeFileSync(inFolder('drawing.dwg'), Buffer.from([1, 0, 2, 0]));
    writeFileSync(inFolder('note.txt'), '');
    await add(...['figures.xlsx', 'photo.png', 'drawing.dwg', 'note.txt'].map(inFolder));
    await extracted();
    expect((await list()).map(({ textState }) => textState)).toEqual(['none', 'none', 'none', 'none']);
  });

  test('can be stopped while it is read or waits, and read after all', async () => {
    writeFileSync(inFolder('first.txt'), '第一'.repeat(2_000_000));
    writeFileSync(inFolder('second.txt'), '第二');
    await add(inFolder('first.txt'), inFolder('second.txt'));
    const [second, first] = await list();
    expect([first?.textState, second?.textState]).toEqual(['running', 'pending']);
    for (const file of [first, second]) await world.must('attachments.stopReading', { id: file?.id as never });
    await extracted();
    expect((await list()).map(({ textState, textNote }) => [textState, textNote])).toEqual([['failed', 'STOPPED'], ['failed', 'STOPPED']]);
    await world.must('attachments.readAgain', { id: second?.id as never });
    await extracted();
    expect((await list()).map(({ textState, textNote }) => [textState, textNote])).toEqual([['done', null], ['failed', 'STOPPED']]);
    expect((await world.must('contracts.search', { text: '第二', limit: 5 })).hits).not.toEqual([]);
  });
});

test('the reading of a PDF tells page by page how far it is, under the task that the list names', async () => {
  copyFileSync(join(import.meta.dirname, '../../fixtures/pdf/printed-contract.pdf'), inFolder('printed.pdf'));
  await add(inFolder('printed.pdf'));
  const [file] = await list();
  expect(file).toMatchObject({ textState: 'running', reading: { fraction: null } });
  await extracted();
  // Adding it was told by its bytes.
  expect(world.progress.filter((line) => /^read \d+\/2$/.test(line))).toEqual(['read 1/2', 'read 2/2']);
  expect((await list())[0]).toMatchObject({ textState: 'done', reading: null });
});

test('a locked vault goes on reading texts when it is opened again', async () => {
  await addText('wait.txt', '重启之后');
  world.core.vaults.lock();
  expect((await unlockTestVault(world)).ok).toBe(true);
  await extracted();
  expect((await list())[0]?.textState).toBe('done');
});

function sparse(name: string, bytes: number) {
  const file = openSync(inFolder(name), 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
}
