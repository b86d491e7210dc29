import { goodPassphrase, taskId, testWorld, userName } from './world.ts';

// Opens a vault and changes its keys over and over, until it is killed. Says `ready` before the first change and
// counts each that is done.

const [folder = ''] = process.argv.slice(2);
const world = testWorld();
world.answers.push(folder);
const picked = await world.must('vault.pickFolder', { purpose: 'open' });
if (picked === null) throw new Error('no folder');
await world.must('vault.select', { pickId: picked.pickId });
await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
process.stdout.write('ready\n');
for (;;) {
  // Files whose keys are younger than the change are left alone.
  world.clock.advance(3_600_000);
  await world.must('users.rotateKeys', { taskId: taskId() });
  process.stdout.write('rotated\n');
}
