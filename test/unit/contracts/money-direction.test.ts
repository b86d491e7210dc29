import { expect, test } from 'vitest';
import { directionOf, payerOf, type ChosenParty } from '#shared/features/contracts/money-direction.ts';
import { seedTemplate } from '#shared/features/templates/seeds/seed-templates.ts';

const party = (key: string, kind: ChosenParty['kind'] = 'company'): ChosenParty => ({ key, kind });
const payer = (type: Parameters<typeof seedTemplate>[0]) => payerOf(seedTemplate(type).defaults.obligations);

test('money comes in where the other side pays, and goes out where we do', () => {
  expect(directionOf([party('seller'), party('buyer')], payer('sales'), true)).toBe('receive');
  expect(directionOf([party('buyer'), party('supplier')], payer('purchase'), true)).toBe('pay');
});

test('whoever is entered as our own entity is us, wherever they stand', () => {
  expect(directionOf([party('seller'), party('buyer', 'internal')], payer('sales'), true)).toBe('pay');
  expect(directionOf([party('seller', 'internal'), party('buyer')], payer('sales'), true)).toBe('receive');
});

test('there is no direction without a sum, and a sum always has one', () => {
  expect(payer('nda')).toBeNull();
  expect(directionOf([party('partyA'), party('partyB')], null, false)).toBe('none');
  expect(directionOf([party('partyA'), party('partyB')], null, true)).toBe('pay');
  expect(directionOf([], 'buyer', true)).toBe('pay');
});
