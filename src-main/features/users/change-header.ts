import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { readHeader, writeHeader, type Header, type UnsignedHeader } from '../../vault/header.ts';
import type { Session } from '../../vault/session.ts';

/**
 * Changes a vault's header with what goes along with it, in a transaction that is running. The header is written last: if
 * it can't be written, nothing happened.
 */
export function changeHeader<Code extends string>(
  { folder, ring }: Session,
  change: (header: Header) => Result<UnsignedHeader, Code>,
  alongside: () => void,
): Result<null, Code | 'DAMAGED_HEADER'> {
  const header = readHeader(folder);
  if (!header.ok) return fail('DAMAGED_HEADER');
  const next = change(header.value);
  if (!next.ok) return next;
  alongside();
  writeHeader(folder, next.value, ring.header);
  return succeed(null);
}
