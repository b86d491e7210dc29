import fs from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { EnvelopeId, SignerId } from '#shared/features/signing/envelope-model.ts';
import { Connection } from '../../src-main/db/connection.ts';
import { goodPassphrase, taskId, testWorld, userName } from './world.ts';

// A process of its own that opens a vault, signs or writes out a signed file, and kills itself at the n-th moment at which
// something reaches the disk: before a file is opened for writing, flushed or renamed, before a transaction is committed
// and right after it. Without such a moment it ends with `done`.
// `node signing-victim.ts FOLDER TARGET MOMENT JSON`, the JSON naming what is done.

type Deed = { readonly kind: 'export'; readonly contractId: ContractId } | { readonly kind: 'save'; readonly envelopeId: EnvelopeId } | { readonly kind: 'handOut' | 'sign'; readonly signerId: SignerId };

const [folder = '', target = '', moment = '0', json = '{}'] = process.argv.slice(2);
const deed = JSON.parse(json) as Deed;
let left = Infinity;

function pass(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

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

const { transact } = Connection.prototype;
Connection.prototype.transact = function <Value>(this: Connection, work: () => Value): Value {
  const value = transact.call(this, () => {
    const inner = work();
    pass();
    return inner;
  }) as Value;
  pass();
  return value;
};

const world = testWorld();
world.answers.push(folder);
const picked = await world.must('vault.pickFolder', { purpose: 'open' });
if (picked === null) throw new Error('no folder');
await world.must('vault.select', { pickId: picked.pickId });
await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
world.answers.push(target);
// What Node made of the program is kept for the next: who is killed keeps nothing at its end.
flushCompileCache();
left = Number(moment);
if (deed.kind === 'export') await world.must('signing.exportSigned', { contractId: deed.contractId, taskId: taskId() });
else if (deed.kind === 'save') await world.must('signing.saveSigned', { envelopeId: deed.envelopeId, password: null, taskId: taskId() });
else if (deed.kind === 'handOut') await world.must('signing.handOut', { signerId: deed.signerId, taskId: taskId() });
else await world.must('signing.signWithCertificate', { signerId: deed.signerId, source: { kind: 'identity' }, taskId: taskId() });
left = Infinity;
process.stdout.write('done\n');
await world.close();
