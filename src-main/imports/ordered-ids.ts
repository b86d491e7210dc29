import type { Id } from '#shared/kernel/ids.ts';
import type { Clock, Ids } from '../ports.ts';

/**
 * Ids that grow (UUID version 7, RFC 9562 5.7, with a counter after the time): what is added by the thousand then lies
 * side by side in every index, and a commit encrypts and writes a tenth of the pages that random ids would touch.
 */
export function createOrderedIds(ids: Ids, clock: Clock): Ids {
  let last = 0;
  return {
    create: <Thing extends string>() => {
      // Time and counter are one number which never goes back, not even with the clock.
      last = Math.max(last + 1, clock.now() * countsAMillisecond);
      const time = Math.floor(last / countsAMillisecond).toString(16).padStart(12, '0');
      const count = (last % countsAMillisecond).toString(16).padStart(3, '0');
      const random = ids.create<Thing>();
      return `${time.slice(0, 8)}-${time.slice(8)}-7${count}${random.slice(18)}` as Id<Thing>;
    },
  };
}

// 2^53 holds the milliseconds of two centuries a thousandfold.
const countsAMillisecond = 1024;
