import { expect, test } from 'vitest';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import { fulfilmentCells, fulfilmentReport } from '#shared/features/fulfilment/report.ts';
import type { Payment } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';

const today = '2026-11-23' as Day;
const line: DueLine = { id: 'p' as never, kind: 'payment', contractId: 'c' as never, contractNumber: 'HT-2026-0001', contractTitle: '浮标采购', title: '', obligor: 'them', type: 'receipt', sequence: 2, dueOn: '2026-11-01' as Day, graceDays: 0, status: 'met', metOn: null, ownerName: '', evidenceRequired: false, revision: 1 };
const writtenOff: Payment = {
  id: 'p' as never, contractId: 'c' as never, sequence: 2, direction: 'receive', due: { kind: 'none' }, dueOn: '2026-11-01' as Day, missing: null, ownerId: null, ownerName: '', isOpen: false, revision: 1,
  money: { condition: '', shareBasisPoints: null, amount: { minor: 1_00, currency: 'CNY' }, status: 'bad_debt', invoices: [], records: [] },
};

test('a payment that is closed is told as that, not as met: it may have been written off', () => {
  expect(fulfilmentCells(line, 'zh', today)[5]).toBe('已了结');
  expect(fulfilmentCells({ ...line, status: 'planned' }, 'en', today)[5]).toBe('Planned · Overdue');
  expect(fulfilmentCells({ ...line, kind: 'obligation', metOn: '2026-11-02' as Day }, 'en', today)[5]).toBe('Met · Met late');
  const { sections } = fulfilmentReport({ language: 'en', today, contract: { title: '浮标采购', number: 'HT-2026-0001' }, period: null, lines: [line], isCut: false, payments: [writtenOff] });
  const rows = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])));
  expect(rows).toEqual([['Receipt 2', 'Them', '2026-11-01', 'Closed', '', ''], ['2', '2026-11-01', 'Written off', 'CNY\u00A01.00', 'CNY\u00A00.00']]);
});
