import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tableErrors, sourceViewSchema } from '#shared/features/imports/plan.ts';
import { readFailures } from '#shared/features/reading/model.ts';
import { verificationErrors } from '#shared/features/verification/model.ts';
import { openErrors } from '#shared/features/vault/model.ts';
import { createReadingTasks } from '../../src-main/workers/reading-tasks.ts';
import { createWorkers } from '../../src-main/workers/worker-pool.ts';
import { effortOf } from '../harness/effort.ts';
import { mutatedBytes, mutatedText } from '../harness/fuzz/files.ts';
import { randomFrom } from '../harness/fuzz/random.ts';
import { collectGarbage } from '../harness/garbage.ts';
import { openFolder } from '../harness/open-folder.ts';
import { createTestVault, testWorld, type TestWorld } from '../harness/world.ts';
import { workbookParts, zipOf, type ZipPart } from '../integration/imports/files.fixture.ts';

// The attack: a file that somebody sends, or that a disk gave back wrong. Each is read or refused by a declared code, in
// time and in bounded memory, and the worker that read it goes on to the next.

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_125);
const each = Number(process.env['FUZZ_FILES'] ?? 1_000) / 4;
const longestMs = 5_000;
const mostGrowth = 600 * 1024 * 1024;

let world: TestWorld;
let folder: string;
const workers = createWorkers({ directory: new URL('../../src-main/workers/', import.meta.url), extension: '.ts' });
const reading = createReadingTasks(workers);
beforeAll(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
});
afterAll(async () => {
  await world.close();
  await workers.close();
});

/** Tries a number of files; gives what was answered by a code that is not declared, and what took too long of our own work. */
async function tryAll(count: number, attempt: (at: number) => Promise<string | null>, declared: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const before = process.memoryUsage.rss();
  for (let at = 0; at < count; at += 1) {
    const { outcome: code, seconds } = await effortOf(() => attempt(at).catch((error: unknown) => `threw ${String(error)}`));
    if (seconds * 1_000 > longestMs) wrong.push(`file ${at} took ${Math.round(seconds * 1_000)} ms`);
    if (code !== null && !declared.includes(code)) wrong.push(`file ${at}: ${code} ${world.log.at(-1) ?? ''}`);
  }
  collectGarbage();
  const growth = process.memoryUsage.rss() - before;
  if (growth > mostGrowth) wrong.push(`memory grew by ${Math.round(growth / 1024 / 1024)} MiB`);
  return wrong;
}

test('Word files', { timeout: 240_000 }, async () => {
  const random = randomFrom(seed);
  const packed = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('第一条 标的'), new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('品名')] })] })] })] }] }));
  const body = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>第一条 标的</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>品名</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
  const bytesOf = (at: number): Uint8Array => (at % 2 === 0 ? mutatedBytes(packed, random) : zipOf([{ name: 'word/document.xml', data: mutatedText(body, random) }]));
  const attempt = async (at: number): Promise<string | null> => {
    const answer = await reading.read({ name: 'a.docx', bytes: bytesOf(at) });
    return answer.ok ? null : answer.error.code;
  };
  expect(await tryAll(each, attempt, readFailures)).toEqual([]);
});

test('Excel workbooks', { timeout: 240_000 }, async () => {
  const random = randomFrom(seed + 1);
  const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>合同编号</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>46000</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData></worksheet>';
  const parts = workbookParts(sheet, { shared: '<sst><si><t>合同名称</t></si><si><t>设备采购</t></si></sst>' });
  const whole = zipOf(parts);
  const bytesOf = (at: number): Uint8Array => (at % 3 === 0 ? mutatedBytes(whole, random) : zipOf(withOneChanged(parts)));
  const withOneChanged = (all: readonly ZipPart[]): readonly ZipPart[] => {
    const chosen = random.below(all.length);
    return all.map((part, index) => (index === chosen ? { ...part, data: mutatedText(part.data.toString(), random) } : part));
  };
  const attempt = async (at: number): Promise<string | null> => {
    const path = join(world.folder, 'fuzzed.xlsx');
    writeFileSync(path, bytesOf(at));
    world.answers.push(path);
    const picked = await world.must('imports.pickFile', undefined);
    const answer = await world.call('imports.preview', { pickId: picked?.pickId ?? ('' as never), kind: null, view: sourceViewSchema.parse({ sheet: null, encoding: null }) });
    return answer.ok ? null : answer.error.code;
  };
  expect(await tryAll(each, attempt, tableErrors)).toEqual([]);
});

test('PDF files, read for their text and verified', { timeout: 240_000 }, async () => {
  const random = randomFrom(seed + 2);
  const whole = readFileSync(join(import.meta.dirname, '../fixtures/pdf/printed-contract.pdf'));
  const attempt = async (at: number): Promise<string | null> => {
    const bytes = mutatedBytes(whole, random);
    if (at % 2 === 0) {
      const answer = await reading.read({ name: 'a.pdf', bytes });
      return answer.ok ? null : answer.error.code;
    }
    const path = join(world.folder, 'fuzzed.pdf');
    writeFileSync(path, bytes);
    world.answers.push(path);
    const picked = await world.must('verification.pickFile', undefined);
    const answer = await world.call('verification.run', { pickId: picked?.pickId ?? ('' as never) });
    return answer.ok ? null : answer.error.code;
  };
  expect(await tryAll(each, attempt, [...readFailures, ...verificationErrors])).toEqual([]);
});

test('vault.json: the vault opens only as it was written', { timeout: 240_000 }, async () => {
  const random = randomFrom(seed + 3);
  world.core.vaults.lock();
  const whole = readFileSync(join(folder, 'vault.json'), 'utf8');
  const copy = join(world.folder, 'fuzzed-vault');
  cpSync(folder, copy, { recursive: true });
  const attempt = async (): Promise<string | null> => {
    const text = mutatedText(whole, random);
    writeFileSync(join(copy, 'vault.json'), text);
    const refused = await openFolder(world, copy);
    // What opens must say the same: white space between the signs is all that may differ.
    return refused ?? (isSame(text.toString(), whole) ? null : 'OPENED');
  };
  expect(await tryAll(each, attempt, [...openErrors, 'WRONG_CREDENTIALS'])).toEqual([]);
});

function isSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
}
