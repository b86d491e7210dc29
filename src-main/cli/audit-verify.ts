import { readFileSync } from 'node:fs';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { checkAuditChain, type AuditCheck } from '../audit/check-chain.ts';
import { argon2id } from '../crypto/argon2id.ts';
import { Secret } from '../crypto/secret.ts';
import { openDatabase } from '../db/open.ts';
import { auditKeyOf } from '../vault/audit-key.ts';
import { findUser, openUser } from '../vault/change-holder.ts';
import { isAuthentic, readHeader } from '../vault/header.ts';
import { wipeKeyRing } from '../vault/key-ring.ts';
import type { Command } from './command.ts';
import { translatorOf } from './words.ts';

type Trouble = 'NO_VAULT' | 'WHO' | 'WRONG_CREDENTIALS' | 'DAMAGED';

/** `audit verify VAULT`: 0 intact, 1 tampered with, 2 not to be opened. The passphrase is the first line of standard input. */
export const auditVerify: Command = async (folder, { asJson, language, user }) => {
  const translate = translatorOf(language === 'auto' ? 'en' : language);
  const checked = await check(folder, user, () => {
    if (process.stdin.isTTY) process.stderr.write(translate('audit.passphrase', { name: user ?? translate('audit.self', {}) }));
    return firstLine();
  });
  if (!checked.ok) {
    if (asJson) console.log(JSON.stringify({ error: checked.error.code }));
    else console.error(translate(`audit.error.${checked.error.code}`, { file: folder }));
    return 2;
  }
  const { events, head, breaks } = checked.value;
  if (asJson) console.log(JSON.stringify({ events, head, breaks }, null, 2));
  else if (breaks.length === 0) console.log(translate('audit.whole', { events, head }));
  else console.log([translate('audit.broken', { events }), ...breaks.map(({ kind, from, to }) => translate(`audit.break.${kind}`, { from, to }))].join('\n'));
  return breaks.length === 0 ? 0 : 1;
};

async function check(folder: string, name: string | null, passphrase: () => string): Promise<Result<AuditCheck, Trouble>> {
  const header = readHeader(folder);
  if (!header.ok) return fail('NO_VAULT');
  const [only, ...others] = header.value.users;
  if (name === null && others.length > 0) return fail('WHO');
  const user = name === null ? only : findUser(header.value, name);
  if (user === undefined) return fail('WRONG_CREDENTIALS');
  const bytes = await argon2id(passphrase(), { ...user.kdf, salt: Buffer.from(user.kdf.salt, 'base64') });
  const opened = openUser(user, new Secret(bytes));
  bytes.fill(0);
  if (opened === 'wrong') return fail('WRONG_CREDENTIALS');
  if (opened === 'damaged' || !isAuthentic(header.value, opened.ring.header)) return fail('DAMAGED');
  const { ring } = opened;
  const nativeBinding = process.env['DEEDBOX_SQLITE_BINDING'] ?? null;
  const log = { info: () => undefined, error: () => undefined };
  // Core alone: the log lies there, and no other key is used.
  const database = openDatabase({ folder, keys: { core: ring.compartments.core }, nativeBinding, log, create: false });
  if (!database.ok) return fail('DAMAGED');
  const key = auditKeyOf(ring);
  try {
    return succeed(checkAuditChain(database.value, { key, mark: header.value.audit ?? null }));
  } finally {
    database.value.close();
    key.wipe();
    wipeKeyRing(ring);
  }
}

function firstLine(): string {
  return readFileSync(0, 'utf8').split(/\r?\n/, 1)[0] ?? '';
}
