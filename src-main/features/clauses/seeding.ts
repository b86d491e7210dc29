import { succeed } from '#shared/kernel/result.ts';
import { isDiskFull, isReadOnly } from '../../files/file-errors.ts';
import type { Writable } from '../../db/connection.ts';
import type { Log } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';

export interface StandardTextParts {
  readonly log: Log;
  readonly session: () => Session | null;
  /** Each puts what the vault doesn't have yet into it and gives how many that were. */
  readonly additions: readonly ((db: Writable) => number)[];
}

/**
 * Brings what a newer Deedbox ships into a vault that was made with an older one, when somebody with the text's key opens
 * it. It comes once: what was changed, superseded or retired stays as it is. A vault that can't be written is left alone.
 */
export function createStandardTexts({ log, session, additions }: StandardTextParts) {
  return {
    opened(): void {
      const open = session();
      if (open?.holds('clauses') !== true) return;
      try {
        open.write<null, never>('vault.addStandardTexts', (db, note) => {
          const added = additions.reduce((sum, add) => sum + add(db), 0);
          // Nothing to add leaves no trace: the transaction ends as if it had not begun.
          if (added === 0) throw nothingToAdd;
          note('vault', 'standard_texts', { added });
          return succeed(null);
        });
      } catch (error) {
        if (error === nothingToAdd) return;
        if (!isReadOnly(error) && !isDiskFull(error)) throw error;
        log.error('standard-texts-not-added');
      }
    },
  };
}

const nothingToAdd = new Error('the vault has every standard text');
