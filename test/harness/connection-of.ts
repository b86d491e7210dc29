import type { Connection } from '../../src-main/db/connection.ts';
import type { TestWorld } from './world.ts';

/** The connection behind an open vault, to note its statements, to fill it, and to ask SQLite itself. */
export function connectionOf(world: TestWorld): Connection {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  return session.whole as Connection;
}
