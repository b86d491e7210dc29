import { randomFillSync } from 'node:crypto';

const saltBytes = 32;
const pool = Buffer.alloc(saltBytes * 128);
let used = pool.length;

/** 256 random bits as 64 hexadecimal characters. Drawn for many at once: one request to the system costs more than a hash. */
export function newSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const salt = pool.toString('hex', used, used + saltBytes);
  // What was given away must not be found here again.
  pool.fill(0, used, used + saltBytes);
  used += saltBytes;
  return salt;
}
