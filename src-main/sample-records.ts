import type { ContractRecord, RecordAmount, RecordDetails } from '#shared/features/contracts/record.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import type { RegisterEntry } from './features/contracts/records.ts';
import type { SamplePayment } from './features/fulfilment/sample.ts';

/** A contract of the sample that was signed elsewhere, with its payments. */
export interface SampleRecord {
  readonly key: SampleKey;
  readonly entry: RegisterEntry;
  readonly payments: readonly SamplePayment[];
}

/** `order` is one under `framework`. */
export type SampleKey = 'buoys' | 'lease' | 'maintenance' | 'sensors' | 'framework' | 'order';

/** Our own company and those that it deals with, of the sample's parties. */
export interface SampleSides {
  readonly us: PartyId;
  readonly harbour: PartyId;
  readonly software: PartyId;
}

interface Signed {
  readonly title: string;
  readonly contractType: ContractType;
  readonly parties: readonly [PartyId, PartyId];
  /** Signed and in effect since. */
  readonly since: Day;
  readonly expiresOn: Day | null;
  readonly yuan: number;
  readonly record: Partial<Omit<ContractRecord, 'details'>> & Pick<ContractRecord, 'direction' | 'department'>;
  readonly details?: Partial<RecordDetails>;
  readonly basis?: RecordAmount['basis'];
}

/**
 * What the sample keeps of contracts on paper, all of it reckoned from today, so that whenever it is opened something is late,
 * something is soon to be decided, and something is over and not settled.
 */
export function sampleRecords(today: Day, ownerName: string, { us, harbour, software }: SampleSides): readonly SampleRecord[] {
  const signed = (of: Signed): RegisterEntry => entryOf(of, ownerName);
  const leaseFrom = addMonths(addDays(today, 45), -12);
  const servedFrom = addDays(today, -200);
  const orderedOn = addDays(today, -25);
  return [
    {
      key: 'framework',
      entry: signed({
        ...{ title: '海洋传感器框架采购协议 Framework for ocean sensors', contractType: 'framework', parties: [us, software], since: addDays(today, -260), expiresOn: addDays(today, 470) },
        ...{ yuan: 800_000, basis: 'ceiling', record: { recordKind: 'master', direction: 'pay', department: '采购部 Procurement', tags: ['传感器 Sensors'] } },
      }),
      payments: [],
    },
    {
      key: 'order',
      entry: signed({
        ...{ title: '海洋传感器第 1 号订单 Ocean sensors, order no. 1', contractType: 'purchase', parties: [us, software], since: orderedOn, expiresOn: addDays(today, 95) },
        ...{ yuan: 156_000, record: { recordKind: 'order', direction: 'pay', department: '采购部 Procurement', tags: ['传感器 Sensors'] } },
      }),
      payments: [
        { direction: 'pay', dueOn: addDays(today, -15), yuan: 46_800, condition: '下单后 10 日内 Within 10 days of the order', paid: { on: addDays(today, -16), yuan: 46_800 } },
        { direction: 'pay', dueOn: addDays(today, 50), yuan: 109_200, condition: '验收合格后 On acceptance' },
      ],
    },
    {
      key: 'lease',
      entry: signed({
        ...{ title: '深圳仓库租赁合同 Shenzhen warehouse lease', contractType: 'lease', parties: [harbour, us], since: leaseFrom, expiresOn: null, yuan: 96_000 },
        record: { direction: 'pay', department: '行政部 Administration', renewalType: 'auto', tags: ['仓储 Storage'] },
        details: { initialTermMonths: 12, renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' }, noticeMethod: 'ems', physicalCopyLocation: '档案室 A-03 Archive A-03' },
      }),
      payments: [0, 3, 6, 9].map((months) => {
        const dueOn = addDays(addMonths(leaseFrom, months), 9);
        return { direction: 'pay', dueOn, yuan: 24_000, condition: '每季度首月 10 日前 By the 10th day of each quarter', paid: { on: addDays(dueOn, -3), yuan: 24_000 } };
      }),
    },
    {
      key: 'maintenance',
      entry: signed({
        ...{ title: '浮标年度维护服务合同 Annual buoy maintenance', contractType: 'services', parties: [harbour, us], since: servedFrom, expiresOn: addDays(servedFrom, 364), yuan: 180_000 },
        record: { direction: 'receive', department: '服务部 Service', tags: ['维护 Maintenance'] },
      }),
      payments: [
        { direction: 'receive', dueOn: addDays(servedFrom, 30), yuan: 60_000, condition: '生效后 30 日内 Within 30 days of taking effect', paid: { on: addDays(servedFrom, 28), yuan: 60_000 } },
        { direction: 'receive', dueOn: addDays(today, -18), yuan: 60_000, condition: '半年服务报告认可后 On the half-year report', paid: { on: addDays(today, -12), yuan: 25_000 } },
        { direction: 'receive', dueOn: addDays(servedFrom, 375), yuan: 60_000, condition: '年度服务期满后 10 日内 Within 10 days of the year’s end' },
      ],
    },
    {
      key: 'sensors',
      entry: signed({
        ...{ title: '声学传感器采购合同 Acoustic sensor purchase', contractType: 'purchase', parties: [us, software], since: addDays(today, -400), expiresOn: addDays(today, -20), yuan: 240_000 },
        record: { direction: 'pay', department: '采购部 Procurement', tags: ['传感器 Sensors'] },
      }),
      payments: [
        { direction: 'pay', dueOn: addDays(today, -390), yuan: 228_000, condition: '签订后 10 日内 Within 10 days of signing', paid: { on: addDays(today, -392), yuan: 228_000 } },
        { direction: 'pay', dueOn: addDays(today, 12), yuan: 12_000, condition: '质保金，质保期满后 30 日内 Retention, within 30 days of the warranty’s end' },
      ],
    },
    {
      key: 'buoys',
      entry: signed({
        ...{ title: '水质监测浮标采购合同 Buoy supply contract', contractType: 'purchase', parties: [us, harbour], since: addDays(today, -40), expiresOn: addDays(today, 325), yuan: 120_000 },
        record: { direction: 'pay', department: '采购部 Procurement' },
      }),
      payments: [
        { direction: 'pay', dueOn: addDays(today, -10), yuan: 36_000, sharePercent: 30, condition: '签订后 10 日内 Within 10 days of signing' },
        { direction: 'pay', dueOn: addDays(today, 30), yuan: 72_000, sharePercent: 60, condition: '验收合格后 30 日内 Within 30 days of acceptance' },
        { direction: 'pay', dueOn: addDays(today, 360), yuan: 12_000, sharePercent: 10, condition: '质保期满 End of warranty' },
      ],
    },
  ];
}

function entryOf({ title, contractType, parties: [first, second], since, expiresOn, yuan, record, details = {}, basis = 'fixed' }: Signed, ownerName: string): RegisterEntry {
  return {
    ...{ title, contractType, language: 'zh', stage: 'signed', number: '' },
    record: {
      ...{ recordKind: 'standalone', parentId: null, signedOn: since, effectiveOn: since, expiresOn, renewalType: 'none', ownerName, confidentiality: 'internal', tags: [] },
      parties: [{ partyId: first, role: 'party_a', signatory: '' }, { partyId: second, role: 'party_b', signatory: '' }],
      details: recordDetailsSchema.parse(details),
      ...record,
    },
    amount: { inclusive: { minor: yuan * 100, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: contractType === 'purchase' ? 1300 : null, basis },
  };
}
