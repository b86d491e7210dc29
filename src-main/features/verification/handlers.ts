import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { KnownFile } from '#shared/features/verification/ipc.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Clock, FilePicker } from '../../ports.ts';
import type { PdfTasks } from '../../workers/pdf-tasks.ts';

const largestFile = 200 * 1024 * 1024;

export interface VerificationHandlerParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly pdf: PdfTasks;
  /** The open vault's record of a file that it gave out, or null: handed in by the composition root. */
  readonly findExport: (pdfSha256: string) => KnownFile | null;
}

export function createVerificationHandlers(parts: VerificationHandlerParts): HandlersOf<'verification'> {
  return {
    pickFile: async () => {
      const path = await parts.picker.chooseFile({ name: 'PDF', extensions: ['pdf'] });
      return succeed(path === null ? null : { pickId: parts.picks.add(path), fileName: basename(path) });
    },
    run: async ({ pickId }) => {
      const path = parts.picks.find(pickId);
      if (path === undefined || !existsSync(path)) return fail('PICK_EXPIRED');
      if (statSync(path).size > largestFile) return fail('FILE_TOO_LARGE', { megabytes: 200 });
      const verified = await parts.pdf.verify({ pdf: readFileSync(path), trustedCertificatesPem: [], now: parts.clock.now() });
      if (!verified.ok) return verified;
      return succeed({
        fileName: basename(path),
        report: verified.value,
        known: parts.findExport(verified.value.sha256),
      });
    },
  };
}
