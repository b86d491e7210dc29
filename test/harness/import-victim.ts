import { flushCompileCache } from 'node:module';
import type { ImportPlan } from '#shared/features/imports/plan.ts';
import { Connection } from '../../src-main/db/connection.ts';
import { goodPassphrase, taskId, testWorld, userName } from './world.ts';

// A process of its own that opens a vault, imports a file and kills itself at the n-th moment at which a transaction is
// about to be committed or just was. Without such a moment it ends with `done`.
// `node import-victim.ts FOLDER FILE MOMENT PLAN`, the plan as JSON.

const [folder = '', path = '', moment = '0', plan = ''] = process.argv.slice(2);
let left = Infinity;

function pass(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

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
world.answers.push(path);
const file = await world.must('imports.pickFile', undefined);
if (file === null) throw new Error('no file');
// What Node made of the program is kept for the next: who is killed keeps nothing at its end.
flushCompileCache();
left = Number(moment);
await world.must('imports.run', { pickId: file.pickId, plan: JSON.parse(plan) as ImportPlan, taskId: taskId() });
left = Infinity;
process.stdout.write('done\n');
await world.close();
