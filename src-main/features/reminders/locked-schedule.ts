import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import type { KeyStore } from '../../ports.ts';

/** When how many reminders come. No names, no ids: nothing that a contract could be told from. */
const scheduleSchema = z
  .object({
    entries: z.array(z.object({ at: z.int(), count: z.int().positive() }).readonly()).max(400).readonly(),
    /** What came up to this moment was told already (epoch ms). */
    toldThrough: z.int(),
  })
  .readonly();
export type LockedSchedule = z.infer<typeof scheduleSchema>;

const fileSchema = z.object({ key: z.string(), isProtected: z.boolean(), nonce: z.string(), data: z.string() }).readonly();

const nothing: LockedSchedule = { entries: [], toldThrough: 0 };

/**
 * What the laptop knows of the reminders to come while the vault is locked: a file in the profile under AES-256-GCM. Its
 * key lies in the system's keychain where there is a real one. Where there is none the key lies in the file itself: then
 * whoever reads the profile learns on which days how many reminders come, and nothing else.
 */
export function createLockedSchedule(folder: string, keys: KeyStore) {
  const file = join(folder, 'locked-schedule.json');
  let known: LockedSchedule | null = null;

  function read(): LockedSchedule {
    known ??= load(file, keys) ?? nothing;
    return known;
  }

  function write(schedule: LockedSchedule): void {
    known = schedule;
    const key = randomBytes(32);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const data = Buffer.concat([cipher.update(JSON.stringify(schedule)), cipher.final(), cipher.getAuthTag()]);
    const kept = keys.protect(key);
    try {
      mkdirSync(folder, { recursive: true });
      const content = { key: (kept ?? key).toString('base64'), isProtected: kept !== null, nonce: nonce.toString('base64'), data: data.toString('base64') };
      writeFileAtomically(file, Buffer.from(JSON.stringify(content)));
    } catch {
      // A profile that can't be written to: the reminders come once the vault is open.
    }
  }

  function remove(): void {
    known = nothing;
    rmSync(file, { force: true });
  }

  return { read, write, remove };
}

function load(file: string, keys: KeyStore): LockedSchedule | null {
  if (!existsSync(file)) return null;
  try {
    const { key, isProtected, nonce, data } = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const stored = Buffer.from(key, 'base64');
    const opened = isProtected ? keys.reveal(stored) : stored;
    if (opened === null) return null;
    const bytes = Buffer.from(data, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', opened, Buffer.from(nonce, 'base64'));
    decipher.setAuthTag(bytes.subarray(-16));
    return scheduleSchema.parse(JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString()));
  } catch {
    return null;
  }
}
