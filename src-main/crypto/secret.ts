import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/**
 * Key bytes that can't be logged by accident: every way to turn the object into text gives a mark instead.
 * `wipe` overwrites the bytes. Copies that Node or the database driver made of them are out of reach.
 */
export class Secret {
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes);
  }

  /** A fresh random secret; 32 bytes unless told. */
  static random(length = 32): Secret {
    return new Secret(randomBytes(length));
  }

  /** The bytes themselves. Never keep the result longer than the call that needs it. */
  expose(): Buffer {
    return this.#bytes;
  }

  /** Overwrites the bytes with zeros; the secret is of no use afterwards. */
  wipe(): void {
    this.#bytes.fill(0);
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}
