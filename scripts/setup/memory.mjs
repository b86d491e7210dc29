import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What set-up wrote down earlier, or null when there is nothing readable: it is then found out again. */
export function recall(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes it down by one rename, so that an interruption leaves the old note or the new one, never half of one. */
export function remember(path, value) {
  const temporary = `${path}.${process.pid}.part`;
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(temporary, path);
}
