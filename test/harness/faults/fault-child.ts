import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { sampleEntry } from '../entries.ts';
import { openFolder } from '../open-folder.ts';
import { goodPassphrase, taskId, testWorld, userName } from '../world.ts';

// Opens a vault and works in it without end, until it is killed or the disk is full. Tells of each contract once main
// has answered that it is kept: what was told must be there afterwards. `node fault-child.ts FOLDER WORK PLACE`.

const [folder = '', work = '', place = ''] = process.argv.slice(2);
const world = testWorld();
const say = (line: string): void => void writeSync(1, `${line}\n`);

const refused = await openFolder(world, folder);
if (refused !== null) throw new Error(refused);
const entry = await sampleEntry(world);
if (work === 'backup') {
  world.answers.push(place);
  await world.must('backups.chooseFolder', undefined);
}
// What Node made of the program is kept for the next: who is killed keeps nothing at its end.
flushCompileCache();
say('ready');
for (;;) {
  const made = await world.call('contracts.create', entry);
  if (!made.ok) {
    say(`refused ${made.error.code}`);
    break;
  }
  say(`made ${made.value.summary.id}`);
  if (work === 'rotate') await world.must('users.rotateKeys', { taskId: taskId() });
  if (work === 'backup') await world.must('backups.run', { taskId: taskId() });
  if (work === 'reopen') {
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  }
}
// The disk is full: other ways to write must be refused as politely, and the vault must still lock.
const rotated = await world.call('users.rotateKeys', { taskId: taskId() });
say(`refused ${rotated.ok ? 'NOTHING' : rotated.error.code}`);
if (Math.random() < 0.5) process.kill(process.pid, 'SIGKILL');
world.core.vaults.lock();
say('locked');
process.exit(0);
