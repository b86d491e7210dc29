import { accessSync, constants } from 'node:fs';

/** Whether the folder is there, and may be read and written. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
