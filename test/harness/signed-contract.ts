import type { Contract } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import type { ObligationEntry } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { TestWorld } from './world.ts';

/** A contract as it was signed elsewhere, without a text. */
export function registerSigned(world: TestWorld, title: string, change: Partial<ContractRecord> = {}): Promise<Contract> {
  const record: ContractRecord = {
    recordKind: 'standalone',
    parentId: null,
    direction: 'pay',
    parties: [],
    signedOn: '2026-09-01' as Day,
    effectiveOn: null,
    expiresOn: '2027-08-31' as Day,
    renewalType: 'none',
    ownerName: '李雷',
    department: '采购部',
    confidentiality: 'internal',
    tags: [],
    details: recordDetailsSchema.parse({}),
    ...change,
  };
  return world.must('contracts.register', { title, contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount: null });
}

/** An obligation of theirs without a day; `over` says the rest. */
export function obligationEntry(title: string, over: Partial<ObligationEntry> = {}): ObligationEntry {
  return { title, obligor: 'them', type: 'delivery', due: { kind: 'none' }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null, ...over };
}
