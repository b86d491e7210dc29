import type { PickId } from '#shared/features/vault/model.ts';
import type { Ids } from '../ports.ts';

const remembered = 128;

/** Paths that the person picked in a dialog of the system. The renderer only ever holds their handles. */
export interface Picks {
  add(path: string): PickId;
  /** The path behind a handle, or undefined for one that was never given or is long past. */
  find(id: PickId): string | undefined;
}

/** Remembers the latest picks of this run. */
export function createPicks(ids: Ids): Picks {
  const paths = new Map<PickId, string>();
  return {
    add: (path) => {
      const id = ids.create<'pick'>();
      paths.set(id, path);
      const oldest = paths.keys().next();
      if (paths.size > remembered && !oldest.done) paths.delete(oldest.value);
      return id;
    },
    find: (id) => paths.get(id),
  };
}
