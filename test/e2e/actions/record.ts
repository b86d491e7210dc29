import { dayAt, type Day } from '#shared/kernel/day.ts';

/** The day that it is here, as the window and main have it. */
export function todayHere(): Day {
  return dayAt(Date.now(), -new Date().getTimezoneOffset());
}

/** What `contracts.register` takes as the record of a contract that was signed, for a fixed term; `over` stands in its place. */
export function signedRecord(over: object = {}): object {
  return {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2026-01-10', effectiveOn: '2026-01-10', expiresOn: '2027-12-31' },
    ...{ renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [], details: {} },
    ...over,
  };
}
