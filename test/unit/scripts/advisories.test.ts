import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { judgeAdvisories, type Lock } from '../../../scripts/package/advisories.mjs';

// The answers are npm's own, recorded: of a project with an old node-forge and an old serialize-javascript, of a registry
// that refuses the question, and of one that is not there.

const recorded = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/npm-audit', `${name}.json`), 'utf8');
const lock: Lock = { packages: { 'node_modules/node-forge': { version: '1.3.1' }, 'node_modules/serialize-javascript': { version: '6.0.1' } } };

test('an advisory for a shipped library is told, one for a tool of the development is not', () => {
  const judged = judgeAdvisories(recorded('report'), lock, ['node-forge@1.3.1', 'react@19.3.1']);
  expect(judged).toMatchObject({
    asked: true,
    found: [
      { library: 'node-forge@1.3.1', severity: 'high', url: 'https://github.com/advisories/GHSA-554w-wpv2-vw27' },
      { library: 'node-forge@1.3.1', severity: 'moderate', url: 'https://github.com/advisories/GHSA-65ch-62r8-g69g' },
    ],
  });
});

test('nothing is told where only tools are affected, or another version of a shipped library', () => {
  expect(judgeAdvisories(recorded('report'), lock, ['react@19.3.1', 'node-forge@1.4.3'])).toEqual({ asked: true, found: [] });
});

test('a low severity does not stop the packaging', () => {
  const milder = recorded('report').replaceAll('"high"', '"low"').replaceAll('"moderate"', '"info"');
  expect(judgeAdvisories(milder, lock, ['node-forge@1.3.1'])).toEqual({ asked: true, found: [] });
});

test('a library under an alias is known by its true name', () => {
  const aliased: Lock = { packages: { 'node_modules/node-forge': { name: 'forge-fork', version: '1.3.1' } } };
  expect(judgeAdvisories(recorded('report'), aliased, ['forge-fork@1.3.1'])).toMatchObject({ asked: true, found: [{ library: 'forge-fork@1.3.1' }, {}] });
});

test.each([
  ['refused', /405 Method Not Allowed/],
  ['unreachable', /ECONNREFUSED/],
])('a registry that could not be asked (%s) is not taken for one that knows of nothing', (name, reason) => {
  expect(judgeAdvisories(recorded(name), lock, ['node-forge@1.3.1'])).toEqual({ asked: false, reason: expect.stringMatching(reason) as string });
});

test('no answer at all counts as not asked', () => {
  expect(judgeAdvisories('', lock, [])).toMatchObject({ asked: false });
});
