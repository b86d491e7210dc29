import { Buffer } from 'node:buffer';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

// The layout is docs/update-file.md; src-main/features/updates/update-file.ts reads it.
const purpose = 'deedbox update 1\n';
const systems = [
  [/\.exe$/, 'win32'],
  [/\.dmg$/, 'darwin'],
  [/\.(?:AppImage|deb)$/, 'linux'],
];
const processors = [
  [/universal/, 'universal'],
  [/arm64|aarch64/, 'arm64'],
  [/x64|x86_64|amd64/, 'x64'],
];

/** System and processor that an installer is for, by the name that electron-builder gave it; null for another name. */
export function systemOf(fileName) {
  const platform = systems.find(([pattern]) => pattern.test(fileName))?.[1];
  const arch = processors.find(([pattern]) => pattern.test(fileName))?.[1];
  return platform === undefined || arch === undefined ? null : { platform, arch };
}

/**
 * Writes an installer as a signed update file. `about`: version, platform, arch, releasedOn (ISO date), notes {zh, en}.
 * `signingKey`: the release key's private half as PEM, Ed25519. Nothing is left at the target where it fails.
 */
export async function writeUpdateFile({ installer, target, about, signingKey }) {
  const key = createPrivateKey(signingKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the release key must be an Ed25519 key');
  const file = { name: basename(installer), bytes: statSync(installer).size, sha256: hashOf(installer) };
  const manifest = Buffer.from(canonical({ ...about, file }));
  const head = Buffer.alloc(14);
  head.write('DEEDUPDT', 'latin1');
  head.writeUInt16BE(1, 8);
  head.writeUInt32BE(manifest.length, 10);
  const signature = sign(null, Buffer.concat([Buffer.from(purpose), manifest]), key);
  try {
    await pipeline(async function* () {
      yield Buffer.concat([head, manifest, signature]);
      yield* createReadStream(installer);
    }, createWriteStream(target, { flags: 'wx' }));
  } catch (error) {
    if (error.code !== 'EEXIST') rmSync(target, { force: true });
    throw error;
  }
}

/** JSON with its keys in order and no white space. */
function canonical(value) {
  return JSON.stringify(value, (_, field) => {
    if (field === null || typeof field !== 'object' || Array.isArray(field)) return field;
    return Object.fromEntries(Object.entries(field).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

function hashOf(path) {
  const hash = createHash('sha256');
  const slice = Buffer.alloc(1024 * 1024);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(file, slice);
      if (read === 0) return hash.digest('hex');
      hash.update(slice.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
}
