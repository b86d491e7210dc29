import type { ImportPlan } from '#shared/features/imports/plan.ts';
import { dyingAt } from './dies-at.ts';
import { openFolder } from './open-folder.ts';
import { taskId, testWorld } from './world.ts';

// A process of its own that opens a vault, imports a file and kills itself at the n-th moment at which a transaction is
// about to be committed or just was. Without such a moment it ends with `done`.
// `node import-victim.ts FOLDER FILE MOMENT PLAN`, the plan as JSON.

const [folder = '', path = '', moment = '0', plan = ''] = process.argv.slice(2);
const world = testWorld();
const refused = await openFolder(world, folder);
if (refused !== null) throw new Error(refused);
world.answers.push(path);
const file = await world.must('imports.pickFile', undefined);
if (file === null) throw new Error('no file');
await dyingAt(Number(moment), () => world.must('imports.run', { pickId: file.pickId, plan: JSON.parse(plan) as ImportPlan, taskId: taskId() }));
process.stdout.write('done\n');
await world.close();
