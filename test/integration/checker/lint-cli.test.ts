import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { badContract } from '../../harness/bad-contract.ts';
import { temporaryFolder } from '../../harness/world.ts';
import { contractWith } from '../../unit/checker/contracts.fixture.ts';

const root = new URL('../../..', import.meta.url).pathname;
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function lint(name: string, content: string | Uint8Array, ...options: string[]) {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  return spawnSync(process.execPath, ['src-main/cli.ts', 'lint', file, ...options], { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

test('a bad contract is told finding by finding and ends with 1', () => {
  const { status, stdout } = lint('bad.txt', badContract.zh, '--lang', 'auto');
  expect(status).toBe(1);
  for (const rule of badContract.rules) expect(stdout).toContain(` ${rule} `);
  expect(stdout).toContain('“壹拾叁万元整”');
  const english = lint('bad.md', badContract.en, '--json');
  const { findings, language } = JSON.parse(english.stdout) as { findings: { ruleId: string; place: string | null }[]; language: string };
  expect([english.status, language]).toEqual([1, 'en']);
  expect(findings.find(({ ruleId }) => ruleId === 'D02')?.place).toBe('5');
});

test('a clean contract ends with 0', () => {
  const { status, stdout } = lint('clean.txt', contractWith(), '--lang', 'zh');
  expect([status, stdout.trim()]).toEqual([0, '没有发现含糊、缺失或矛盾的条款。这不能代替律师审查。']);
});

test('a scanned PDF is said to hold no text', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
  const scan = await pdf.save();
  expect(lint('scan.pdf', scan, '--json')).toMatchObject({ status: 2, stdout: expect.stringContaining('NO_TEXT_IN_FILE') as string });
  expect(lint('scan.pdf', scan, '--lang', 'zh').stderr).toContain('扫描');
});

test('five megabytes of a contract, mixed scripts and full-width figures are checked to the end', () => {
  const clause = '第一条 付款\n甲方应尽快支付３０％，The Buyer shall pay promptly（二〇二六年）。\n';
  const { status, stdout } = lint('long.txt', clause.repeat(60_000), '--json');
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as { findings: unknown[] }).findings.length).toBeGreaterThan(60_000);
}, 120_000);

test('what cannot be read ends with 2 and a sentence', () => {
  for (const [name, content] of [['program.docx', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1)], ['empty.txt', ''], ['scan.pdf', '%PDF-1.4\n%%EOF']] as const) {
    const { status, stdout, stderr } = lint(name, content, '--lang', 'en');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^(?:This|The) .+\.\n$/);
  }
  expect(lint('program.docx', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 1), '--lang', 'zh').stderr).toContain('.docx');
  expect(spawnSync(process.execPath, ['src-main/cli.ts', 'lint', join(folder.path, 'gone.txt')], { cwd: root }).status).toBe(2);
});
