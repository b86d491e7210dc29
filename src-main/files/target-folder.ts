import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, type Result } from '#shared/kernel/result.ts';

/** Why a file can't be written to a path that a person picked: its folder is gone, which the refusal names. Null while it is there. */
export function refusedTarget(target: string): Result<never, 'TARGET_MISSING'> | null {
  const folder = dirname(target);
  return existsSync(folder) ? null : fail('TARGET_MISSING', { folder });
}
