import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommentRangeEnd, CommentRangeStart, CommentReference, Document, Header, Packer, Paragraph, TextRun } from 'docx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { compareTexts, countChanges } from '#shared/features/versions/compare.ts';
import { checkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { readText } from '../../../src-main/reading/read-text.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { printedContract } from '../../harness/pdf-documents.ts';
import { extractText, hasRadicals } from '../../harness/pdf-judges.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

const printedPages: string[] = [];
let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  printedPages.length = 0;
  world = testWorld({
    printToPdf: (html) => {
      printedPages.push(html);
      return Promise.resolve(new Uint8Array(printedContract));
    },
  });
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

const read = async (versionNumber: number) => (await world.must('versions.text', { contractId: contract.summary.id, versionNumber })).blocks;
const now = () => world.must('contracts.get', { id: contract.summary.id });
const round = { label: '对方第一轮', roundFrom: 'them' } as const;

async function importFile(name: string, bytes: string | Uint8Array) {
  const path = join(world.folder, name);
  writeFileSync(path, bytes);
  world.answers.push(path);
  const pick = await world.must('versions.pickFile', undefined);
  if (pick === null) throw new Error('no file was picked');
  const { revision, summary } = await now();
  return world.call('versions.importRound', { contractId: summary.id, revision, pickId: pick.pickId, taskId: taskId(), ...round });
}

async function exportTo(name: string, format: 'pdf' | 'docx' | 'redline', since: number | null = null) {
  const path = join(world.folder, name);
  world.answers.push(path);
  const { summary } = await now();
  await world.must('versions.exportFile', {
    contractId: summary.id, versionNumber: summary.versionNumber, format, since, heading: 'v1 → v2', taskId: taskId(),
  });
  return path;
}

describe('a version', () => {
  test('reads with its values and clause numbers', async () => {
    const blocks = await read(1);
    expect(blocks[0]?.kind).toBe('title');
    expect(blocks.some(({ number }) => number === '第一条')).toBe(true);
    expect(JSON.stringify(blocks)).toContain('上海云帆海洋仪器有限公司（虚构）');
    expect(JSON.stringify(blocks)).not.toMatch(/<span|&amp;/);
  });

  test('is named and given its side without a change of its hash', async () => {
    await world.must('versions.label', { contractId: contract.summary.id, versionNumber: 1, ...round });
    expect((await now()).versions[0]).toEqual({ ...contract.versions[0], ...round });
  });

  test('that is not there is not found', async () => {
    expect(await world.call('versions.text', { contractId: contract.summary.id, versionNumber: 9 })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('the other side’s file', () => {
  test('in Word, made from our own export and edited, is a round whose redline shows the edit alone', async () => {
    const file = await exportTo('ours.docx', 'docx');
    const edited = join(world.folder, 'theirs.docx');
    execFileSync('python3', ['-c', editWord, file, edited]);
    expect(await importFile('round.docx', readFileSync(edited))).toMatchObject({ ok: true, value: { versionNumber: 2 } });
    const after = await now();
    expect(after.versions[0]).toMatchObject({ versionNumber: 2, source: 'file', ...round });
    expect(after.versions[0]?.contentHash).not.toBe(contract.versions[0]?.contentHash);
    expect(after.parties).toEqual(contract.parties);
    expect(after.summary.amount).toEqual(contract.summary.amount);
    const compared = compareTexts(await read(1), await read(2));
    expect(compared.filter(({ kind }) => kind !== 'same').map(({ kind, left, right }) => [kind, left?.text, right?.text])).toEqual([
      ['changed', expect.stringContaining('应交付全新'), expect.stringContaining('须交付全新')],
    ]);
  });

  test('as PDF is a round of its text, and the redline against ours shows what it says', async () => {
    expect(await importFile('round.pdf', printedContract)).toMatchObject({ ok: true, value: { versionNumber: 2 } });
    expect((await now()).versions[0]).toMatchObject({ versionNumber: 2, source: 'file', ...round });
    const words = extractText(printedContract).replace(/\s/g, '');
    const text = (await read(2)).map((block) => block.text).join('').replace(/\s/g, '');
    expect(text.length).toBeGreaterThan(200);
    expect(words).toContain(text.slice(0, 12));
    const changes = countChanges(compareTexts(await read(1), await read(2)));
    expect(changes.changed + changes.added).toBeGreaterThan(0);
  });

  test('with a header and comments is a round of its text, and what it has beside that is told', async () => {
    const commented = [new CommentRangeStart(0), new TextRun('乙方应于十日内交货。'), new CommentRangeEnd(0), new TextRun({ children: [new CommentReference(0)] })];
    const file = new Document({
      comments: { children: [{ id: 0, author: '王律师', date: new Date(0), children: [new Paragraph('改为三十日')] }] },
      sections: [{ headers: { default: new Header({ children: [new Paragraph('远岸公司范本')] }) }, children: [new Paragraph({ children: commented })] }],
    });
    expect(await importFile('round.docx', await Packer.toBuffer(file))).toEqual({
      ok: true,
      value: { versionNumber: 2, asides: { headers: ['远岸公司范本'], footers: [], commentCount: 1, comments: [{ author: '王律师', about: '乙方应于十日内交货。', text: '改为三十日' }] } },
    });
    expect((await read(2)).map(({ text }) => text).join('')).not.toMatch(/三十日|范本/);
    expect(await importFile('plain.docx', await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('乙方应于十日内交货。')] }] })))).toMatchObject({ ok: true, value: { asides: null } });
  });

  test('without text, or of another kind, is refused and adds no version', async () => {
    expect(await importFile('empty.txt', ' \n ')).toMatchObject({ error: { code: 'NO_TEXT_IN_FILE' } });
    expect(await importFile('program.docx', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1))).toMatchObject({ error: { code: 'UNSUPPORTED_FILE' } });
    expect((await now()).versions).toHaveLength(1);
  });

  test('is refused for a contract that is signed', async () => {
    const { id } = contract.summary;
    const details = { reason: 'x', basis: '', notice: '', effectiveOn: null, signedOn: '2026-11-20' as never };
    for (const to of ['in_review', 'pending_approval', 'approved', 'pending_signature', 'signed'] as const) {
      const { revision } = await now();
      const moved = await world.call('contracts.changeStage', { id, revision, to, details });
      if (to === 'signed') expect(moved.ok).toBe(true);
    }
    expect(await importFile('round.txt', '第一条 标的')).toMatchObject({ error: { code: 'SIGNED_IS_FIXED' } });
    expect(await world.call('versions.restore', { contractId: id, revision: (await now()).revision, versionNumber: 1 })).toMatchObject({ error: { code: 'SIGNED_IS_FIXED' } });
  });
});

test('an earlier version is restored as a new one with its text, and the audit chain holds', async () => {
  await importFile('round.txt', '另一份合同\n\n第一条 标的');
  const before = await now();
  const restored = await world.must('versions.restore', { contractId: contract.summary.id, revision: before.revision, versionNumber: 1 });
  expect(restored).toEqual({ versionNumber: 3 });
  const after = await now();
  expect(after.versions.map(({ source }) => source)).toEqual(['restored', 'file', 'form']);
  expect(after.values).toEqual(contract.values);
  expect(after.body).toEqual(contract.body);
  expect(await read(3)).toEqual(await read(1));
  const stale = await world.call('versions.restore', { contractId: contract.summary.id, revision: before.revision, versionNumber: 1 });
  expect(stale).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
  const session = world.core.vaults.session();
  expect(session === null ? null : checkAuditChain(session.db)).toMatchObject({ firstBroken: null });
});

describe('an export', () => {
  test('to Word says in another reader what the version says', async () => {
    const path = await exportTo('contract.docx', 'docx');
    const file = await readText({ name: 'contract.docx', bytes: readFileSync(path) });
    if (!file.ok) throw new Error(file.error.code);
    const text = file.value.blocks.map((block) => block.cells?.join('') ?? block.text).join('').replace(/\s/g, '');
    for (const { number, text: expected, cells } of await read(1)) {
      expect(text).toContain(((number ?? '') + (cells?.join('') ?? expected)).replace(/\s/g, ''));
    }
  });

  test('as redline or as clean PDF prints what it should and no signature field', async () => {
    await importFile('round.txt', '买卖合同\n\n第一条 完全不同的内容');
    const redline = await exportTo('redline.pdf', 'redline', 1);
    // What Chromium printed names radicals instead of characters; what is written does not.
    expect(hasRadicals(extractText(readFileSync(redline)))).toBe(false);
    expect(printedPages[0]).toMatch(/<ins style[^>]*>.*完全不同的内容/);
    expect(printedPages[0]).toContain('<del ');
    await exportTo('clean.pdf', 'pdf');
    expect(printedPages[1]).toContain('完全不同的内容');
    expect(printedPages[1]).not.toMatch(/<ins|<del|signature-space"/);
    expect(countChanges(compareTexts(await read(1), await read(2))).removed).toBeGreaterThan(3);
  });
});

const editWord = `
import sys, zipfile
source, target = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED)
for name in source.namelist():
    data = source.read(name)
    if name == 'word/document.xml':
        text = data.decode()
        at = text.index('应交付全新')
        data = (text[:at] + '须' + text[at + 1:]).encode()
    target.writestr(name, data)
target.close()
`;
