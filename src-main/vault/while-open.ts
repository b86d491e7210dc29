import type { FilePicker, Printer } from '../ports.ts';
import type { Workers } from '../workers/worker-pool.ts';
import { VaultBusy, VaultLocked, type Session } from './session.ts';

/**
 * Holds what takes its time to the open vault for which it was asked. A dialog stays on the screen when the vault is
 * locked, and a printed page or a thread's answer may come later still: nobody may get anything out of a locked vault by
 * it, nor out of somebody else's. What comes once that vault was closed is VaultLocked, even if it is open again. What was
 * asked while none was open is nobody's.
 */
export function createWhileOpen(session: () => Session | null) {
  async function held<Value>(asked: Promise<Value>): Promise<Value> {
    const before = session();
    const answer = await asked;
    // A dialog that was cancelled gives nothing away.
    if (before !== null && session() !== before && answer !== null) throw new VaultLocked();
    return answer;
  }
  return {
    picker: (picker: FilePicker): FilePicker => ({
      ...picker,
      chooseFolder: () => held(picker.chooseFolder()),
      chooseFile: (filter) => held(picker.chooseFile(filter)),
      chooseTarget: async (suggestedName, filter) => {
        const target = await held(picker.chooseTarget(suggestedName, filter));
        // What leaves the vault is noted in it, which can't be done just now: better not a file of which nobody knows.
        if (target !== null && session()?.isBusy === true) throw new VaultBusy();
        return target;
      },
    }),
    printer: (printer: Printer): Printer => ({ printToPdf: (html, signal) => held(printer.printToPdf(html, signal)) }),
    workers: (workers: Workers): Workers => ({ ...workers, run: (...asked) => held(workers.run(...asked)) }),
  };
}
