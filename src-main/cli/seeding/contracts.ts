import type { ContractEntry, ContractLanguage } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord, type Direction, type RecordAmount, type RecordKind } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { VariableValue } from '#shared/features/documents/variables.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import type { SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { addDays, isDay, type Day } from '#shared/kernel/day.ts';
import { personName } from './parties.ts';
import type { Random } from './random.ts';

/** The kinds of contract in the book, the frequent ones named more often. A supplementary agreement needs another contract. */
export const seededTypes = ['purchase', 'purchase', 'purchase', 'sales', 'sales', 'services', 'services', 'lease', 'nda', 'saas', 'software', 'framework', 'agency', 'construction', 'consultancy'] as const satisfies readonly SeedType[];
export type SeededType = (typeof seededTypes)[number];

type Subject = readonly [zh: string, en: string];

const goods: readonly Subject[] = [
  ['水质监测浮标', 'water quality buoys'], ['工业轴承', 'industrial bearings'], ['不锈钢阀门', 'stainless steel valves'], ['机架式服务器', 'rack servers'],
  ['海底光缆', 'submarine cables'], ['离心泵', 'centrifugal pumps'], ['温度传感器', 'temperature sensors'], ['电动叉车', 'electric forklifts'],
  ['船用雷达', 'marine radars'], ['冷链集装箱', 'refrigerated containers'], ['低压配电柜', 'low-voltage switchgear'], ['激光切割机', 'laser cutters'],
];
const kindWords: Readonly<Record<SeededType, Subject>> = {
  purchase: ['采购合同', 'Purchase contract'], sales: ['销售合同', 'Sales contract'], services: ['运维服务合同', 'Service contract'], lease: ['场地租赁合同', 'Lease'],
  nda: ['保密协议', 'Non-disclosure agreement'], saas: ['云服务订阅协议', 'SaaS subscription'], software: ['软件开发合同', 'Software development contract'],
  framework: ['框架供货协议', 'Framework supply agreement'], agency: ['区域代理协议', 'Agency agreement'], construction: ['安装工程合同', 'Works contract'], consultancy: ['技术顾问合同', 'Consultancy contract'],
};
const departments = ['采购部', '销售部', '信息部', '行政部', '工程部', '法务部', '海外业务部'] as const;
const tags = ['重点', '续签', '海外', '年度', '紧急', '试点', '关联交易', 'ISO'] as const;
const outgoing: readonly SeededType[] = ['sales', 'agency'];

export interface SeedSurroundings {
  readonly random: Random;
  readonly today: Day;
  readonly own: readonly PartyId[];
  readonly others: readonly PartyId[];
  readonly owners: readonly string[];
}

/** A contract to be made: what is filled in, what its record says, and how far it has come. */
export interface ContractToSeed {
  readonly entry: ContractEntry;
  readonly record: ContractRecord;
  readonly amount: RecordAmount | null;
  readonly stage: Stage;
}

/** The contract at a place in the series, made from a shipped template with parties, days and sums of its own. */
export function contractAt(index: number, type: SeededType, { variables }: Pick<TemplateContent, 'variables'>, around: SeedSurroundings): ContractToSeed {
  const { random, today } = around;
  const subject = random.pick(goods);
  const stage = stageAt(random.below(100));
  const start = addDays(today, stage === 'signed' ? random.below(1_460) - 1_430 : -random.below(60));
  const parties = choosePartiesOf(variables, type, around);
  const sample = sampleValues(type);
  const factor = 1 + random.below(60);
  const shift = daysTo(start);
  const values = Object.fromEntries(Object.entries(sample).flatMap(([key, value]) => (value === undefined || isParty(value) ? [] : [[key, varied(key, value, { factor, shift, subject })]])));
  const language: ContractLanguage = random.pick(['zh', 'zh', 'bilingual', 'en'] as const);
  const title = `${subject[0]}${kindWords[type][0]} ${kindWords[type][1]}: ${subject[1]} ${String(index + 1).padStart(6, '0')}`;
  return {
    entry: { language, title, values, parties: Object.fromEntries(parties) },
    record: recordFrom(type, start, parties, around),
    amount: type === 'nda' ? null : { inclusive: { minor: (50 + random.below(9_950)) * 100_000, currency: random.below(12) === 0 ? 'USD' : 'CNY' }, exclusiveMinor: null, taxBasisPoints: random.pick([600, 900, 1300]), basis: type === 'framework' ? 'framework' : 'fixed' },
    stage,
  };
}

/** Of a hundred contracts most are signed; the rest is under way, and a few came to nothing. */
function stageAt(percent: number): Stage {
  if (percent < 80) return 'signed';
  if (percent < 87) return 'draft';
  if (percent < 92) return 'in_review';
  return percent < 97 ? 'in_negotiation' : 'cancelled';
}

function choosePartiesOf(variables: TemplateContent['variables'], type: SeededType, { random, own, others }: SeedSurroundings): readonly (readonly [string, PartyId])[] {
  const keys = variables.filter(({ type: kind }) => kind === 'party').map(({ key }) => key);
  // Who sells stands first in the sales forms, who buys in the others: that is us.
  const ours = outgoing.includes(type) || keys[0] === 'buyer' || keys[0] === 'client' ? 0 : random.below(2);
  const first = random.below(others.length);
  return keys.map((key, position) => [key, position === ours ? random.pick(own) : (others[(first + position) % others.length] as PartyId)]);
}

function recordFrom(type: SeededType, start: Day, parties: readonly (readonly [string, PartyId])[], { random, owners }: SeedSurroundings): ContractRecord {
  const isRenewed = random.below(3) === 0;
  const direction: Direction = type === 'nda' ? 'none' : outgoing.includes(type) ? 'receive' : 'pay';
  const recordKind: RecordKind = type === 'framework' ? 'master' : type === 'nda' ? 'nda' : 'standalone';
  return {
    ...{ recordKind, parentId: null, direction, signedOn: start, effectiveOn: addDays(start, random.below(10)) },
    parties: parties.map(([, partyId], position) => ({ partyId, role: position === 0 ? 'party_a' : 'party_b', signatory: personName(random) })),
    expiresOn: addDays(start, 180 + random.below(1_300)),
    renewalType: isRenewed ? 'auto' : 'none',
    ownerName: random.pick(owners),
    department: random.pick(departments),
    confidentiality: random.pick(['internal', 'internal', 'confidential', 'public'] as const),
    tags: random.below(3) === 0 ? [random.pick(tags)] : [],
    details: recordDetailsSchema.parse({
      ...(isRenewed ? { renewalTermMonths: 12, optOutPeriod: { amount: 30 + 30 * random.below(2), unit: 'day' } } : {}),
      ...{ governingLaw: '中华人民共和国法律', physicalCopyLocation: `档案室 ${1 + random.below(20)} 柜 ${1 + random.below(12)} 层`, copies: 2 + random.below(4) },
    }),
  };
}

function isParty(value: VariableValue): boolean {
  return typeof value === 'object' && 'partyId' in value;
}

interface Variation {
  readonly factor: number;
  readonly shift: number;
  readonly subject: Subject;
}

/** A sample's value made another contract's: sums keep their proportions and days their distances. */
function varied(key: string, value: VariableValue, { factor, shift, subject }: Variation): VariableValue {
  if (typeof value === 'string') {
    if (key === 'goodsName' || key === 'productName') return subject[0];
    if (key === 'goodsNameEn' || key === 'productNameEn') return subject[1];
    return isDay(value) ? addDays(value, shift) : value;
  }
  return typeof value === 'object' && 'minor' in value ? { ...value, minor: Math.round((value.minor * factor) / 1_000) * 100 } : value;
}

/** The samples are signed on 2026-11-23. */
function daysTo(start: Day): number {
  return Math.round((Date.parse(start) - Date.parse('2026-11-23')) / 86_400_000);
}
