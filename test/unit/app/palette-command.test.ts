import { expect, test } from 'vitest';
import { matchingCommands, type PaletteCommand } from '../../../src-renderer/app/palette/palette-command.ts';

const command = (group: PaletteCommand['group'], label: string): PaletteCommand => ({ id: label, group, label, icon: null, run: () => undefined });
const commands = [command('records', 'Switch cabinets'), command('places', 'Contracts'), command('application', 'Switch language')];
const found = (typed: string) => matchingCommands(commands, typed).map(({ label }) => label);

test('records that main found stand first', () => {
  expect(found('cabinets')).toEqual(['Switch cabinets']);
  expect(found('language')).toEqual(['Switch cabinets', 'Switch language']);
});

test('a command that is called by its name goes before what main found', () => {
  expect(found('switch lang')).toEqual(['Switch language', 'Switch cabinets']);
  expect(found('Contracts')).toEqual(['Contracts', 'Switch cabinets']);
});

test('with nothing typed everything stands in its order', () => {
  expect(found('')).toEqual(['Switch cabinets', 'Contracts', 'Switch language']);
});
