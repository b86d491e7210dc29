import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Secret } from '../crypto/secret.ts';
import { readHeader, type Header, type HeaderUser } from './header.ts';
import type { Kdf } from './kdf.ts';
import { openHolder } from './key-ring.ts';
import type { Session } from './session.ts';

/** The person of an open vault as a header has them; undefined: not any more. */
export function ownEntry(header: Header, { user: { id } }: Session): HeaderUser | undefined {
  return header.users.find((user) => user.id === id);
}

/**
 * The key that the passphrase of the person at work gives. It fits the header as it is when this ends: a derivation takes
 * its second, and what was sealed anew meanwhile is asked again.
 */
export async function provePassphrase(kdf: Kdf, session: Session, passphrase: string): Promise<Result<Secret, 'WRONG_CREDENTIALS' | 'DAMAGED_HEADER'>> {
  for (;;) {
    const asked = presentEntry(session);
    if (asked === undefined) return fail('DAMAGED_HEADER');
    const key = await kdf.derive(passphrase, asked.kdf);
    if (presentEntry(session)?.sealedPrivateKey === asked.sealedPrivateKey) return judged(asked, key);
    key.wipe();
  }
}

function judged(user: HeaderUser, key: Secret): Result<Secret, 'WRONG_CREDENTIALS'> {
  const own = openHolder(user, key);
  if (own !== null) {
    own.privateKey.wipe();
    return succeed(key);
  }
  key.wipe();
  return fail('WRONG_CREDENTIALS');
}

function presentEntry(session: Session): HeaderUser | undefined {
  const header = readHeader(session.folder);
  return header.ok ? ownEntry(header.value, session) : undefined;
}
