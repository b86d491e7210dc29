import { expect, test } from 'vitest';
import { createRunningTasks } from '../../../src-main/features/imports/running-tasks.ts';
import { randomIds } from '../../../src-main/system-world.ts';

test('an import that was begun under the id of a look that gave way to it is known to run until it ends', async () => {
  const tasks = createRunningTasks();
  const id = randomIds.create<'task'>();
  const look = tasks.run(id, 'looking', (signal) => {
    const { promise, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(new DOMException('given way', 'AbortError')));
    return promise;
  });
  const { promise: imported, resolve: end } = Promise.withResolvers<null>();
  const running = tasks.run(id, 'importing', () => imported);
  await expect(look).rejects.toThrow('given way');
  expect(tasks.isImporting()).toBe(true);
  end(null);
  await running;
  expect(tasks.isBusy()).toBe(false);
});
