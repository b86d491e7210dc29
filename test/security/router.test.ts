import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { createTestVault, testWorld, type TestWorld } from '../harness/world.ts';
import { pinnedOperations } from './pinned-operations.ts';

// The attack: a renderer that was taken over calls main with whatever it likes. Whatever is not declared, too large,
// of the wrong form or not allowed must be refused before any handler runs, and must be answered.

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

const send = (name: unknown, input: unknown) => world.core.router(name, input);

test('main offers exactly these operations', () => {
  expect(operationNames()).toEqual(pinnedOperations);
});

describe('a call that was never declared', () => {
  test.each([
    'parties.drop',
    'parties',
    '',
    '.',
    'parties.list.extra',
    'constructor.constructor',
    '__proto__.toString',
    'parties.constructor',
    'parties.__proto__',
    'file.read',
  ])('%j is refused', async (name) => {
    expect(await send(name, undefined)).toEqual({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
  });

  test.each([[null], [undefined], [42], [{}], [['parties.list']], [Symbol.iterator.toString()]])(
    'a name that is %j is refused',
    async (name) => {
      expect(await send(name, undefined)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_OPERATION' } });
    },
  );
});

describe('input', () => {
  test('of over 8 MiB is refused before it is looked at', async () => {
    const reply = await send('settings.update', { language: 'x'.repeat(9 * 1024 * 1024) });
    expect(reply).toMatchObject({ ok: false, error: { code: 'TOO_LARGE', params: { megabytes: 8 } } });
  });

  test('with a cycle or a BigInt is refused', async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(await send('settings.update', cycle)).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(await send('settings.update', { idleLockMinutes: 5n })).toMatchObject({ error: { code: 'TOO_LARGE' } });
  });

  test('of the wrong form is refused with the place and no echo of the value', async () => {
    const reply = await send('settings.update', { idleLockMinutes: 'secret text' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', issues: [{ path: ['idleLockMinutes'] }] } });
    expect(JSON.stringify(reply)).not.toContain('secret text');
  });

  test('that pollutes prototypes changes nothing', async () => {
    await send('settings.update', JSON.parse('{"__proto__": {"polluted": true}, "theme": "dark"}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('without an open vault, every operation that needs one answers VAULT_LOCKED or INVALID_INPUT', async () => {
  for (const name of operationNames()) {
    if (findOperation(name)?.access === 'anyone') continue;
    const reply = await send(name, undefined);
    expect(reply.ok, name).toBe(false);
    if (!reply.ok) expect(['VAULT_LOCKED', 'INVALID_INPUT'], name).toContain(reply.error.code);
  }
});

test('every operation answers hostile input, and none with the inner text of an error', async () => {
  await createTestVault(world);
  const hostile: unknown[] = [undefined, null, 0, '', [], {}, { id: '../../etc/passwd' }, { id: "' OR 1=1 --" }, 'x'.repeat(1000)];
  for (const name of operationNames()) {
    if (['vault.createSample', 'vault.lock', 'vault.deleteSample', 'vault.cancelCreate'].includes(name)) continue;
    for (const input of hostile) {
      const reply = await send(name, input);
      if (!reply.ok) expect(JSON.stringify(reply), name).not.toMatch(/sqlite|stack|node:|\.ts:/i);
    }
  }
});

test('a handler that throws answers INTERNAL with an incident number, and the log holds no data', async () => {
  await createTestVault(world);
  const session = world.core.vaults.session();
  session?.write('test', (db, record) => {
    db.run({ text: 'DROP TABLE number_counters', values: [] });
    record('vault', 'test');
    return { ok: true, value: null };
  });
  const reply = await send('contracts.numbering', undefined);
  expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  expect(JSON.stringify(reply)).not.toContain('number_counters');
  expect(world.log.join('\n')).toContain('operation-failed');
  expect(world.log.join('\n')).not.toContain('no such table');
});
