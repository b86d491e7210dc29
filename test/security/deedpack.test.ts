import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatVersion } from '#shared/features/exchange/container.ts';
import { Encrypter } from 'age-encryption';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readEnvelope, signedBytes, unsignedPack } from '../../src-main/exchange/envelope.ts';
import { createExchangeKeys, fingerprintOf, signBytes } from '../../src-main/exchange/keys.ts';
import { zipParts } from '../../src-main/exchange/pack-zip.ts';
import { openPack, sealPack, type KnownSender } from '../../src-main/exchange/seal-pack.ts';
import { randomIds } from '../../src-main/system-world.ts';
import { effortOf } from '../harness/effort.ts';

// The attack: whoever carries a .deedpack, or a known contact who turned hostile, changes it. No change may pass, crash
// the reader, make it hang, or make it unpack more than it measured.

type Keys = Awaited<ReturnType<typeof createExchangeKeys>>;
let alice: Keys;
let bob: Keys;
let mallory: Keys;
let pack: Buffer;

beforeAll(async () => {
  [alice, bob, mallory] = [await createExchangeKeys(), await createExchangeKeys(), await createExchangeKeys()];
  pack = await packFrom(alice, bob);
});

const known = ({ publicKeys }: Keys, isConfirmed = true): KnownSender => ({ signingKey: publicKeys.signingKey, fingerprint: fingerprintOf(publicKeys), isConfirmed });
const manifestFor = (from: Keys, to: Keys) => ({ packId: randomIds.create<'pack'>(), kind: 'work' as const, createdAt: 5, sender: fingerprintOf(from.publicKeys), recipient: fingerprintOf(to.publicKeys), replyTo: null, sequence: 0 });
const parts = [{ name: 'content.json', bytes: Buffer.from(JSON.stringify({ words: '甲方应付款'.repeat(40) })) }, { name: 'files/1', bytes: Buffer.alloc(500, 7) }];

async function packFrom(from: Keys, to: Keys): Promise<Buffer> {
  const { unsigned, toSign } = await sealPack({ manifest: manifestFor(from, to), senderKey: from.publicKeys.signingKey, ageRecipient: to.publicKeys.ageRecipient, parts });
  return Buffer.concat([unsigned, signBytes(from.publicKeys, from.privateKeys, toSign)]);
}
async function open(bytes: Uint8Array, as = bob, senders = [known(alice)]): Promise<string> {
  const opened = await openPack({ bytes, own: { fingerprint: fingerprintOf(as.publicKeys), ageIdentity: as.privateKeys.ageIdentity }, senders });
  return opened.ok ? 'opened' : opened.error.code;
}
/** A pack of any zip file, sealed and signed as it should be: what a known contact could make. */
async function hostile(zip: Uint8Array, from = alice, to = bob, packId = randomIds.create<'pack'>()): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to.publicKeys.ageRecipient);
  const unsigned = unsignedPack({ packId, createdAt: 5, senderKey: from.publicKeys.signingKey, recipient: fingerprintOf(to.publicKeys) }, await encrypter.encrypt(zip));
  return Buffer.concat([unsigned, signBytes(from.publicKeys, from.privateKeys, signedBytes(unsigned))]);
}
/** Numbers that are the same in every run. */
function* seeded(seed: number): Generator<number> {
  for (let at = seed; ; at += 1) yield createHash('sha256').update(String(at)).digest().readUInt32BE();
}

describe('a pack', () => {
  test('opens for its recipient, from a confirmed sender', async () => {
    expect(await open(pack)).toBe('opened');
  });

  test('is refused with any single byte changed, wherever it stands', async () => {
    const passed: number[] = [];
    for (let at = 0; at < pack.length; at += 1) {
      const changed = Buffer.from(pack);
      changed[at] = (changed[at] ?? 0) ^ (1 << at % 8);
      if ((await open(changed)) === 'opened') passed.push(at);
    }
    expect(passed).toEqual([]);
  });

  test('is refused cut short, lengthened, and without its signature', async () => {
    for (const length of [0, 4, 11, 12, 200, pack.length - 64, pack.length - 1]) expect(await open(pack.subarray(0, length)), String(length)).not.toBe('opened');
    expect(await open(Buffer.concat([pack, Buffer.from([0])]))).toBe('PACK_TAMPERED');
  });

  test('is refused by anybody else, and from anybody unknown or unconfirmed', async () => {
    expect(await open(pack, mallory)).toBe('PACK_NOT_FOR_YOU');
    expect(await open(pack, bob, [])).toBe('PACK_SENDER_UNKNOWN');
    expect(await open(pack, bob, [known(alice, false)])).toBe('PACK_SENDER_UNCONFIRMED');
  });

  test('of an older or a newer format is refused as such', async () => {
    const newer = Buffer.from(pack);
    newer.writeUInt16BE(formatVersion + 1, 8);
    expect(await open(newer)).toBe('PACK_NEWER');
    newer.writeUInt16BE(0, 8);
    expect(await open(newer)).toBe('PACK_OLDER');
  });

  test('can’t be signed anew by another contact as their own, nor addressed anew', async () => {
    const envelope = readEnvelope(pack);
    if (!envelope.ok) throw new Error(envelope.error.code);
    const { header, sealed } = envelope.value;
    const stolen = unsignedPack({ ...header, senderKey: mallory.publicKeys.signingKey }, sealed);
    const resigned = Buffer.concat([stolen, signBytes(mallory.publicKeys, mallory.privateKeys, signedBytes(stolen))]);
    expect(await open(resigned, bob, [known(alice), known(mallory)])).toBe('PACK_TAMPERED');
    const other = unsignedPack({ ...header, packId: randomIds.create<'pack'>() }, sealed);
    expect(await open(Buffer.concat([other, signBytes(alice.publicKeys, alice.privateKeys, signedBytes(other))]))).toBe('PACK_TAMPERED');
  });
});

describe('a known contact who turned hostile', () => {
  test('gets no bomb unpacked: neither one that says how large it is nor one that lies', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(64 * 1024 ** 2), 'manifest.json', { compress: true });
    zip.end();
    const bomb = await buffer(zip.outputStream);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await open(await hostile(bomb))).toBe('PACK_BOMB');
    // The sizes in the list of contents and before the part say 1 kB.
    const lying = Buffer.from(bomb);
    for (let at = lying.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')); at !== -1; at = -1) lying.writeUInt32LE(1024, at + 24);
    expect(await open(await hostile(lying))).toMatch(/^PACK_(BOMB|BROKEN)$/);
  });

  test('gets no part in that the list doesn’t name, and none under another’s name', async () => {
    const honest = manifestFor(alice, bob);
    const whole = await zipParts({ format: 'deedbox-exchange', ...honest }, parts);
    expect(await open(await hostile(whole, alice, bob, honest.packId))).toBe('opened');
    for (const name of ['../escape', 'files/../../x', 'extra.json']) {
      const zip = await zipParts({ format: 'deedbox-exchange', ...honest }, [{ name, bytes: Buffer.from('x') }]).catch(() => Buffer.alloc(0));
      expect(await open(await hostile(zip, alice, bob, honest.packId)), name).toBe('PACK_BROKEN');
    }
  });

  test('can’t crash or stall the reader: 1,000 mutated packs are refused, within five seconds each', { timeout: 240_000 }, async () => {
    const honest = manifestFor(alice, bob);
    const zip = await zipParts({ format: 'deedbox-exchange', ...honest }, parts);
    const numbers = seeded(1);
    const next = (below: number) => Number(numbers.next().value) % below;
    const original = parts.map(({ name, bytes }) => [name, bytes.toString('hex')]);
    let slowest = 0;
    const before = process.memoryUsage().rss;
    for (let round = 0; round < 1000; round += 1) {
      // Every other one is mutated inside the seal and signed again, so that it gets as far as the zip reader.
      const isInside = round % 2 === 1;
      const mutated = mutate(Buffer.from(isInside ? zip : pack), next);
      const file = isInside ? await hostile(mutated, alice, bob, honest.packId) : mutated;
      const { outcome: result, seconds } = await effortOf(() => openPack({ bytes: file, own: { fingerprint: fingerprintOf(bob.publicKeys), ageIdentity: bob.privateKeys.ageIdentity }, senders: [known(alice)] }));
      slowest = Math.max(slowest, seconds);
      // What stands between the parts of a zip file is read by nobody: such a mutation may pass, but changes nothing that is read.
      if (result.ok) expect(result.value.parts.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])).toEqual(original);
      else expect(result.error.code).toMatch(/^PACK_[A-Z_]+$/);
    }
    process.stdout.write(`1,000 mutated packs: slowest ${slowest.toFixed(2)} s of the processor, memory ${Math.round((process.memoryUsage().rss - before) / 1024 ** 2)} MiB more\n`);
    expect(slowest).toBeLessThan(5);
  });
});

function mutate(bytes: Buffer, next: (below: number) => number): Buffer {
  switch (next(6)) {
    case 0:
      bytes[next(bytes.length)] = next(256);
      return bytes;
    case 1:
      for (let count = 0; count < 16; count += 1) bytes[next(bytes.length)] = next(256);
      return bytes;
    case 2:
      return bytes.subarray(0, next(bytes.length));
    case 3:
      return Buffer.concat([bytes, Buffer.alloc(1 + next(4096), next(256))]);
    case 4: {
      const [from, to] = [next(bytes.length), next(bytes.length)];
      return Buffer.concat([bytes.subarray(0, Math.min(from, to)), bytes.subarray(Math.max(from, to))]);
    }
    default: {
      const at = next(Math.max(1, bytes.length - 8));
      bytes.writeUInt32LE(0xffffffff, at);
      return bytes;
    }
  }
}
