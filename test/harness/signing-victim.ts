import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { EnvelopeId, SignerId } from '#shared/features/signing/envelope-model.ts';
import { dyingAt, pass } from './dies-at.ts';
import { openFolder } from './open-folder.ts';
import { taskId, testWorld } from './world.ts';

// A process of its own that opens a vault, signs or writes out a signed file, and kills itself at the n-th moment at which
// something reaches the disk: before a file is opened for writing, flushed or renamed, before a transaction is committed
// and right after it. Without such a moment it ends with `done`.
// `node signing-victim.ts FOLDER TARGET MOMENT JSON`, the JSON naming what is done.

type Deed = { readonly kind: 'export'; readonly contractId: ContractId } | { readonly kind: 'save'; readonly envelopeId: EnvelopeId } | { readonly kind: 'handOut' | 'sign'; readonly signerId: SignerId };

const [folder = '', target = '', moment = '0', json = '{}'] = process.argv.slice(2);
const deed = JSON.parse(json) as Deed;
for (const name of ['openSync', 'fsyncSync', 'renameSync'] as const) {
  const original = fs[name] as (...given: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...given: unknown[]) => {
      pass();
      return original(...given);
    },
  });
}
syncBuiltinESMExports();

const world = testWorld();
const refused = await openFolder(world, folder);
if (refused !== null) throw new Error(refused);
world.answers.push(target);
await dyingAt(Number(moment), () => {
  if (deed.kind === 'export') return world.must('signing.exportSigned', { contractId: deed.contractId, taskId: taskId() });
  if (deed.kind === 'save') return world.must('signing.saveSigned', { envelopeId: deed.envelopeId, password: null, taskId: taskId() });
  if (deed.kind === 'handOut') return world.must('signing.handOut', { signerId: deed.signerId, taskId: taskId() });
  return world.must('signing.signWithCertificate', { signerId: deed.signerId, source: { kind: 'identity' }, taskId: taskId() });
});
process.stdout.write('done\n');
await world.close();
