import { inspect } from 'node:util';
import { argon2Sync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createKeyPair, seal, sealFor, unseal, unsealOwn } from '../../src-main/crypto/sealing.ts';
import { Secret } from '../../src-main/crypto/secret.ts';
import { createWorkerKdf } from '../../src-main/workers/worker-kdf.ts';
import { createWorkers } from '../../src-main/workers/worker-pool.ts';

const plain = Buffer.from('计算公式与违约金 liquidated damages');

describe('what is sealed', () => {
  test('opens with the same key and context only', () => {
    const key = Secret.random();
    const sealed = seal(key, plain, 'one purpose');
    expect(unseal(key, sealed, 'one purpose')).toEqual(plain);
    expect(unseal(key, sealed, 'another purpose')).toBeNull();
    expect(unseal(Secret.random(), sealed, 'one purpose')).toBeNull();
  });

  test('does not open when any single bit differs, or when it is cut', () => {
    const key = Secret.random();
    const sealed = seal(key, plain, 'x');
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(key, changed, 'x')).toBeNull();
    }
    expect(unseal(key, sealed.subarray(0, sealed.length - 1), 'x')).toBeNull();
    expect(unseal(key, Buffer.alloc(0), 'x')).toBeNull();
  });

  test('differs each time, so that equal contents can’t be told', () => {
    const key = Secret.random();
    expect(seal(key, plain, 'x')).not.toEqual(seal(key, plain, 'x'));
  });
});

describe('what is sealed for a person', () => {
  test('is opened by their key pair and by no other', () => {
    const [own, other] = [createKeyPair(), createKeyPair()];
    const sealed = sealFor(own.publicKey, plain, 'grant');
    expect(unsealOwn(own, sealed, 'grant')?.expose()).toEqual(plain);
    expect(unsealOwn(other, sealed, 'grant')).toBeNull();
    expect(unsealOwn(own, sealed, 'other grant')).toBeNull();
  });
});

test('a secret can’t be printed by accident, and is zeros once wiped', () => {
  const secret = new Secret(Buffer.from('do not print me'));
  expect(`${String(secret)} ${JSON.stringify({ secret })} ${inspect(secret)}`).not.toContain('print');
  secret.wipe();
  expect(secret.expose().every((byte) => byte === 0)).toBe(true);
});

test('the key derivation is Argon2id exactly as an independent implementation computes it', async () => {
  const workers = createWorkers({ directory: new URL('../../src-main/workers/', import.meta.url), extension: '.ts' });
  const salt = Buffer.alloc(16, 7);
  const parameters = { algorithm: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 4, salt: salt.toString('base64') } as const;
  const derived = await createWorkerKdf(workers, 1).derive('密码 passphrase', parameters);
  await workers.close();
  const judge = argon2Sync('argon2id', {
    message: Buffer.from('密码 passphrase'.normalize('NFKC')),
    nonce: salt,
    parallelism: 4,
    tagLength: 32,
    memory: 65_536,
    passes: 3,
  });
  expect(derived.expose()).toEqual(judge);
});
