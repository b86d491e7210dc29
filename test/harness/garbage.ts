import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Collects what nobody holds any more, so that memory which only waits to be collected is not taken for held. */
export function collectGarbage(): void {
  collect();
}
