import { goodPassphrase, testWorld, userName } from './world.ts';

// A process of its own that opens a vault, records what is due and is about to show it: then it says so and waits to be
// killed. `node reminder-victim.ts FOLDER`.

const world = testWorld();
world.notifier.instead(() => {
  process.stdout.write('about to show\n');
  return new Promise(() => undefined);
});
world.answers.push(process.argv[2] ?? '');
const picked = await world.must('vault.pickFolder', { purpose: 'open' });
if (picked === null) throw new Error('no vault');
await world.must('vault.select', { pickId: picked.pickId });
await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: true });
await world.pass(60_000);
