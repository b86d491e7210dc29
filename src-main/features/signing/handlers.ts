import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, succeed } from '#shared/kernel/result.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createEnvelopeHandlers } from './envelope-handlers.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { exportSigned } from './export-signed.ts';
import { readIdentity, saveIdentity } from './identities.ts';
import { findLatestExportPath } from './queries.ts';

/** Self-issued certificates are made anew every three years. */
const selfIssuedYears = 3;

export function createSigningHandlers(parts: EnvelopeParts): HandlersOf<'signing'> {
  const tasks = createCancellableTasks();
  return {
    ...createEnvelopeHandlers(parts, tasks),
    identity: (_, { session, db }) => succeed(readIdentity(session, db)),
    createIdentity: async ({ commonName, organisation }, call) => {
      const certified = await parts.pdf.createIdentity({
        commonName,
        organisation: organisation === '' ? null : organisation,
        now: parts.clock.now(),
        years: selfIssuedYears,
      });
      return saveIdentity(call, certified, 'self_issued', parts);
    },
    pickPkcs12: async () => {
      const path = await parts.picker.chooseFile({ name: 'PKCS #12', extensions: ['p12', 'pfx'] });
      return succeed(path === null ? null : { pickId: parts.picks.add(path), fileName: basename(path) });
    },
    importPkcs12: async ({ pickId, password }, call) => {
      const path = parts.picks.find(pickId);
      if (path === undefined || !existsSync(path)) return fail('PICK_EXPIRED');
      const certified = await parts.pdf.readPkcs12({ bytes: readFileSync(path), password, now: parts.clock.now() });
      return certified.ok ? saveIdentity(call, certified.value, 'imported', parts) : certified;
    },
    exportSigned: ({ contractId, taskId }, call) => tasks.run(taskId, (signal) => exportSigned(call, { contractId, taskId, signal }, parts)),
    cancelExport: ({ taskId }) => tasks.cancel(taskId),
    showExport: ({ contractId }, { db }) => {
      const path = findLatestExportPath(db, contractId);
      if (path === undefined) return fail('NOT_FOUND');
      if (!existsSync(path)) return fail('FILE_MISSING');
      parts.picker.reveal(path);
      return succeed(null);
    },
  };
}
