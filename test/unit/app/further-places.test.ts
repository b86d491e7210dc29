import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { furtherPlaces } from '../../../src-renderer/app/palette/further-places.tsx';
import { places } from '../../../src-renderer/app/shell/places.tsx';

// Found by a command of their own, which says what is made there.
const created = ['/contracts/register', '/parties/new'];

test('the palette leads to every page that is a place of its own, once', () => {
  const source = readFileSync(join(import.meta.dirname, '../../../src-renderer/app/routes.tsx'), 'utf8');
  const routes = [...source.matchAll(/\{ path: '(\/[^':]*)'/g)].map(([, path = '']) => path);
  const known = [...places, ...furtherPlaces].map(({ path }) => path);
  expect([...known, ...created].toSorted()).toEqual(routes.toSorted());
});
