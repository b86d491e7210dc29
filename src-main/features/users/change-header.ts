import { authorityOf } from '#shared/features/vault/custom-roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { readHeader, writeHeader, type Header, type HeaderUser, type UnsignedHeader } from '../../vault/header.ts';
import type { Session } from '../../vault/session.ts';

/**
 * Changes a vault's header with what goes along with it (`alongside`, given the header to come), in a transaction that is
 * running. The header is written last: if it can't be written, nothing happened.
 */
export function changeHeader<Code extends string>(
  { folder, ring }: Session,
  change: (header: Header) => Result<UnsignedHeader, Code>,
  alongside: (next: UnsignedHeader) => void,
): Result<null, Code | 'DAMAGED_HEADER'> {
  const header = readHeader(folder);
  if (!header.ok) return fail('DAMAGED_HEADER');
  const next = change(header.value);
  if (!next.ok) return next;
  alongside(next.value);
  writeHeader(folder, next.value, ring.header);
  return succeed(null);
}

/** Which of some people may decide on approvals no more by a header to come. */
export function voiceless({ users, customRoles }: UnsignedHeader, among: (user: HeaderUser) => boolean): readonly UserId[] {
  return users.filter((user) => among(user) && !authorityOf(user, customRoles).permissions.has('approvals.decide')).map(({ id }) => id);
}
