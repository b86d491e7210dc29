/** The system's error code (`ENOSPC`, `EACCES`, …) of a thrown thing, or null. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** True when the disk or the person's share of it is full. SQLite reports it under a name of its own. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(systemErrorCode(error) ?? '');
}

/** True when the place may be read but not written. */
export function isReadOnly(error: unknown): boolean {
  const code = systemErrorCode(error) ?? '';
  return ['EACCES', 'EPERM', 'EROFS'].includes(code) || code.startsWith('SQLITE_READONLY');
}

/** True when the folder or file is gone. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '');
}

/** True when SQLite met a page that is not what was written. */
export function isDamage(error: unknown): boolean {
  const code = systemErrorCode(error) ?? '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}
