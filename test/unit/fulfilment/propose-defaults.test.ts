import { describe, expect, test } from 'vitest';
import { joinProposals, proposeDefaults } from '#shared/features/fulfilment/propose-defaults.ts';
import type { ProposedObligation } from '#shared/features/fulfilment/propose.ts';
import { defaultObligationSchema, type DefaultObligation } from '#shared/features/templates/defaults.ts';

const given = (over: object): DefaultObligation =>
  defaultObligationSchema.parse({ titleZh: '交付设备', titleEn: 'Deliver equipment', obligorKey: 'seller', type: 'delivery', due: { kind: 'offset', event: 'signing', amount: 30, unit: 'day', durationKey: null }, graceDays: 0, evidenceZh: '', evidenceEn: '', clauseId: null, amountKey: null, percentKey: null, condition: null, ...over });
const facts = {
  values: { deliveryDate: '2026-12-01', warranty: { amount: 2, unit: 'year' as const }, price: { minor: 100_000_00, currency: 'CNY' as const }, advance: 30 },
  language: 'zh' as const,
  obligorOf: (key: string) => (key === 'seller' ? ('them' as const) : key === 'buyer' ? ('us' as const) : null),
};
const propose = (...defaults: readonly DefaultObligation[]) => proposeDefaults(defaults, facts);

describe('a template proposes', () => {
  test('its obligations with this contract’s own days and durations', () => {
    const { obligations } = propose(
      given({}),
      given({ due: { kind: 'fixed', dateKey: 'deliveryDate' } }),
      given({ type: 'warranty', due: { kind: 'offset', event: 'acceptance', amount: 1, unit: 'month', durationKey: 'warranty' } }),
      given({ type: 'report', due: { kind: 'rrule', event: 'signing', rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1' } }),
      given({ due: { kind: 'offset', event: 'termination', amount: 5, unit: 'day', durationKey: null } }),
      given({ obligorKey: 'nobody' }),
    );
    expect(obligations.map(({ title, obligor, due }) => [title, obligor, due])).toEqual([
      ['交付设备', 'them', { kind: 'offset', from: 'signed', amount: 30, unit: 'day' }],
      ['交付设备', 'them', { kind: 'fixed', on: '2026-12-01' }],
      ['交付设备', 'them', { kind: 'offset', from: 'acceptance', amount: 24, unit: 'month' }],
      ['交付设备', 'them', { kind: 'recurring', frequency: 'quarterly' }],
      ['交付设备', 'them', { kind: 'none' }],
    ]);
  });

  test('its payments as shares of the price', () => {
    const { payments, obligations } = propose(given({ type: 'payment', obligorKey: 'buyer', amountKey: 'price', percentKey: 'advance' }));
    expect(payments).toMatchObject([{ direction: 'pay', shareBasisPoints: 3000, amount: { minor: 30_000_00, currency: 'CNY' } }]);
    expect(obligations).toEqual([]);
  });

  test('the rest of the price once an advance is taken from it, and all of it where none is', () => {
    const advance = given({ type: 'payment', obligorKey: 'buyer', amountKey: 'price', percentKey: 'advance' });
    const balance = given({ type: 'payment', obligorKey: 'buyer', amountKey: 'price' });
    expect(propose(advance, balance).payments.map(({ amount }) => amount?.minor)).toEqual([30_000_00, 70_000_00]);
    expect(propose(balance).payments.map(({ shareBasisPoints }) => shareBasisPoints)).toEqual([10_000]);
    const odd = proposeDefaults([advance, balance], { ...facts, values: { ...facts.values, price: { minor: 1_234_55, currency: 'CNY' as const } } });
    expect(odd.payments.map(({ amount }) => amount?.minor)).toEqual([370_37, 864_18]);
  });

  test('and the text only adds what the template doesn’t speak of', () => {
    const found = (type: ProposedObligation['type']): ProposedObligation => ({ obligor: 'them', type, title: '', due: { kind: 'none' }, clauseNumber: '', quote: type });
    const joined = joinProposals(propose(given({})), { obligations: [found('delivery'), found('invoice')], payments: [] });
    expect(joined.obligations.map(({ title, type }) => [title, type])).toEqual([['交付设备', 'delivery'], ['', 'invoice']]);
  });
});
