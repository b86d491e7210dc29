import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureList, listFailures } from '../../../scripts/test/failures.mjs';

test('names each failed test with the beginning of what it said', () => {
  const report = {
    testResults: [
      {
        status: 'failed',
        name: '/repo/test/unit/kernel/money.test.ts',
        message: '',
        assertionResults: [
          { status: 'passed', fullName: 'money adds', failureMessages: [] },
          { status: 'failed', fullName: 'money divides', failureMessages: ['AssertionError: expected 1 to be 2\n\n    at one\n    at two'] },
        ],
      },
      { status: 'failed', name: '/repo/test/unit/x.test.ts', message: 'Cannot find module', assertionResults: [] },
    ],
  };
  const failures = listFailures({ kind: 'vitest', report });
  expect(failures.map(({ where }) => where)).toEqual(['/repo/test/unit/kernel/money.test.ts › money divides', '/repo/test/unit/x.test.ts']);
  expect(failureList([{ name: 'unit', failures }, { name: 'build', failures: [] }])).toBe(
    'unit: /repo/test/unit/kernel/money.test.ts › money divides\n  AssertionError: expected 1 to be 2\n      at one\n      at two\n\nunit: /repo/test/unit/x.test.ts\n  Cannot find module\n',
  );
});

test('names each failed journey by its file and title, without the colours of a terminal', () => {
  const failed = { title: 'opens', ok: false, tests: [{ results: [{ errors: [{ message: '\u{1B}[31mnot visible\u{1B}[39m' }] }] }] };
  const report = { suites: [{ title: 'a.spec.ts', specs: [{ title: 'closes', ok: true, tests: [] }], suites: [{ title: 'in zh', specs: [failed] }] }] };
  expect(listFailures({ kind: 'playwright', report })).toEqual([{ where: 'a.spec.ts › in zh › opens', why: '\u{1B}[31mnot visible\u{1B}[39m', page: '' }]);
  expect(failureList([{ name: 'e2e', failures: listFailures({ kind: 'playwright', report }) }])).toBe('e2e: a.spec.ts › in zh › opens\n  not visible\n');
});

test('tells what stood in the window when a journey failed, for the clone it ran in is soon gone', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'deedbox-failures-')), 'error-context.md');
  writeFileSync(path, '# Error details\n\n```\nnot visible\n```\n\n```yaml\n- link "Home":\n  - /url: "#/"\n- alert: The vault is open elsewhere.\n```\n\n```ts\ncode\n```\n');
  const failed = { title: 'opens', ok: false, tests: [{ results: [{ errors: [{ message: 'not visible' }], attachments: [{ name: 'error-context', path }] }] }] };
  const failures = listFailures({ kind: 'playwright', report: { suites: [{ title: 'a.spec.ts', specs: [failed] }] } });
  expect(failureList([{ name: 'e2e', failures }])).toBe('e2e: a.spec.ts › opens\n  not visible\n  The window then:\n    - link "Home":\n    - alert: The vault is open elsewhere.\n');
});

test('names nothing of a check, or of a runner that left no report', () => {
  expect(listFailures({ kind: 'check', report: null })).toEqual([]);
  expect(listFailures({ kind: 'vitest', report: null })).toEqual([]);
});
