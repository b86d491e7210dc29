import { openFolder } from './open-folder.ts';
import { taskId, testWorld } from './world.ts';

// Opens a vault and changes its keys over and over, until it is killed. Says `ready` before the first change and
// counts each that is done.

const [folder = ''] = process.argv.slice(2);
const world = testWorld();
const refused = await openFolder(world, folder);
if (refused !== null) throw new Error(refused);
process.stdout.write('ready\n');
for (;;) {
  // Files whose keys are younger than the change are left alone.
  world.clock.advance(3_600_000);
  await world.must('users.rotateKeys', { taskId: taskId() });
  process.stdout.write('rotated\n');
}
