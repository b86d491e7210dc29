import type { ContractEntry, ContractId, ContractLanguage } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { PartyBank, PartyDetails, PartyId } from '#shared/features/parties/model.ts';
import type { ProblemEntry } from '#shared/features/problems/model.ts';
import { sampleParties, sampleValues } from '#shared/features/templates/seeds/samples.ts';
import type { SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { PartySnapshot, VariableValues } from '#shared/features/documents/variables.ts';
import type { ItemContent } from '#shared/features/improvement/model.ts';
import type { RiskDraft } from '#shared/features/risks/model.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Writable } from './db/connection.ts';
import type { RecordService } from './features/contracts/records.ts';
import type { ContractService } from './features/contracts/service.ts';
import type { SamplePayment } from './features/fulfilment/sample.ts';
import { insertItem, moveItem, saveItem } from './features/improvement/queries.ts';
import type { PartyService } from './features/parties/service.ts';
import { insertProblem } from './features/problems/queries.ts';
import { saveRisk } from './features/risks/queries.ts';
import { listTemplates } from './features/templates/service.ts';
import { dayOn, type Clock, type Ids } from './ports.ts';
import { sampleRecords, type SampleKey } from './sample-records.ts';
import type { RecordChange, Session } from './vault/session.ts';

/** What the sample vault shows, each in another language. */
const sampled: readonly SeedType[] = ['sales', 'services', 'nda'];
const languageByType: Readonly<Partial<Record<SeedType, ContractLanguage>>> = { sales: 'bilingual', nda: 'en' };

export interface SampleParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly parties: PartyService;
  readonly contracts: ContractService;
  readonly records: Pick<RecordService, 'add'>;
  readonly fulfilment: {
    /** Adds obligations to a signed contract, and gives one that is overdue. */
    readonly fill: (session: Session, db: Writable, note: RecordChange, id: ContractId) => ObligationId;
    readonly pay: (session: Session, db: Writable, note: RecordChange, id: ContractId, payments: readonly SamplePayment[]) => void;
  };
}

/**
 * Fills a sample vault with fictional parties, drafts from templates, signed contracts that are being fulfilled, what is feared of
 * them and what is to be done better, in one transaction.
 */
export function fillSample(session: Session, { parties, contracts, ...parts }: SampleParts): void {
  session.write('vault.createSample', (db, record) => {
    const idBySampleId = new Map<string, PartyId>();
    for (const snapshot of sampleParties) {
      const added = parties.add(session, db, record, partyEntryOf(snapshot));
      assert(added.ok, 'a sample party is not valid');
      idBySampleId.set(snapshot.partyId, added.value.id);
    }
    for (const type of sampled) {
      const template = listTemplates(db).find(({ contractType }) => contractType === type);
      assert(template !== undefined, 'a shipped template is missing');
      const entry = entryOf(type, template.titleZh, template.titleEn, idBySampleId);
      const added = contracts.add(session, db, record, template.versionId, entry);
      assert(added.ok, 'a sample contract is not valid');
    }
    const idByKey = addSigned(session, db, record, idBySampleId, parts);
    const contractOf = (key: SampleKey): ContractId => {
      const id = idByKey.get(key);
      assert(id !== undefined, 'a sample contract is missing');
      return id;
    };
    addProblem(session, db, contractOf('buoys'), parts.fulfilment.fill(session, db, record, contractOf('buoys')), parts);
    addRisks(session, db, contractOf, parts);
    addImprovement(session, db, parts);
    return succeed(null);
  });
}

type Within = Omit<SampleParts, 'parties' | 'contracts'>;

/** The contracts on paper with their payments; the last is the one that is looked at first. */
function addSigned(session: Session, db: Writable, note: RecordChange, idBySampleId: ReadonlyMap<string, PartyId>, { clock, records, fulfilment }: Within): ReadonlyMap<SampleKey, ContractId> {
  const [us, harbour, software] = [...idBySampleId.values()];
  assert(us !== undefined && harbour !== undefined && software !== undefined, 'the sample has too few parties');
  const idByKey = new Map<SampleKey, ContractId>();
  for (const { key, entry, payments } of sampleRecords(dayOn(clock), session.user.name, { us, harbour, software })) {
    const parentId = key === 'order' ? (idByKey.get('framework') ?? null) : null;
    const added = records.add(session, db, note, { ...entry, record: { ...entry.record, parentId } });
    assert(added.ok, 'a signed sample contract is not valid');
    idByKey.set(key, added.value);
    fulfilment.pay(session, db, note, added.value, payments);
  }
  return idByKey;
}

function addProblem(session: Session, db: Writable, contractId: ContractId, obligationId: ObligationId, { clock, ids }: Within): void {
  const today = dayOn(clock);
  const problem: ProblemEntry = { obligationId, kind: 'late', severity: 'high', title: '首批浮标迟到 First buoys are late', action: '增派运力，每日报告 Add transport, report daily', effect: 'delays', ownerId: session.user.id, dueOn: addDays(today, 3) };
  insertProblem(db, ids.create<'problem'>(), contractId, problem, { at: clock.now(), by: session.user.id, today });
}

function addRisks(session: Session, db: Writable, contractOf: (key: SampleKey) => ContractId, { clock, ids }: Within): void {
  const reviewOn = addDays(dayOn(clock), 30);
  const open = { partyId: null, state: 'open', ownerId: session.user.id, reviewOn } as const;
  const risks: readonly RiskDraft[] = [
    { ...open, contractId: contractOf('buoys'), category: 'breach', title: '首批迟交会拖延验收 A late first delivery delays acceptance', likelihood: 4, impact: 4, treatment: 'reduce' },
    { ...open, contractId: contractOf('lease'), category: 'market', title: '续租时租金可能上涨 The rent may rise on renewal', likelihood: 3, impact: 2, treatment: 'accept' },
    { ...open, contractId: contractOf('maintenance'), category: 'credit', title: '尾款回收缓慢 The balance comes in slowly', likelihood: 3, impact: 4, treatment: 'reduce' },
  ];
  for (const risk of risks) saveRisk(db, ids.create<'risk'>(), risk, { revision: 1, at: clock.now(), by: session.user.id });
}

function addImprovement(session: Session, db: Writable, { clock, ids }: Within): void {
  const id = ids.create<'improvement'>();
  const content: ItemContent = {
    title: '验收单常常迟签 Acceptance is often signed late',
    description: '供货方交付后，现场验收单平均晚五天签回，付款随之顺延。 After a delivery the acceptance sheet comes back five days late on average, and the payment with it.',
    whys: ['现场人员不知道验收期限 Site staff don’t know the time limit', '合同要点没有发到现场 The key terms don’t reach the site'],
    rootCause: '',
    shortPlan: '交货前三天把验收期限发给现场。 Send the time limit to the site three days before a delivery.',
    ...{ longPlan: '', result: '', standards: [] },
  };
  insertItem(db, { id, kind: 'problem', origin: 'page', originRef: '', content, createdAt: clock.now(), by: session.user.id });
  saveItem(db, id, content, session.user.id);
  moveItem(db, id, 'analysing', content, null, null);
}

/** A party as a person would enter it, from a snapshot of one. */
export function partyEntryOf(snapshot: PartySnapshot): { readonly details: PartyDetails; readonly bank: PartyBank } {
  return {
    details: {
      kind: snapshot.kind,
      nameZh: snapshot.nameZh,
      nameEn: snapshot.nameEn ?? '',
      uscc: snapshot.uscc ?? '',
      legalRepresentative: snapshot.legalRepresentative ?? '',
      registeredAddress: snapshot.registeredAddress ?? '',
      noticeAddress: snapshot.noticeAddress ?? '',
      contactName: snapshot.contactName ?? '',
      contactPhone: snapshot.contactPhone ?? '',
      contactEmail: snapshot.contactEmail ?? '',
      notes: '',
    },
    bank: { bankName: snapshot.bankName ?? '', bankAccount: snapshot.bankAccount ?? '' },
  };
}

/** What a person would fill in to make a contract with the sample values, the parties by their ids in the vault. */
export function entryOf(
  type: SeedType,
  titleZh: string,
  titleEn: string,
  idBySampleId: ReadonlyMap<string, PartyId>,
): ContractEntry {
  const language = languageByType[type] ?? 'zh';
  const values: Record<string, VariableValues[string]> = {};
  const parties: Record<string, PartyId> = {};
  for (const [key, value] of Object.entries(sampleValues(type))) {
    if (typeof value === 'object' && 'partyId' in value) {
      const id = idBySampleId.get(value.partyId);
      assert(id !== undefined, 'a sample contract names an unknown party');
      parties[key] = id;
    } else values[key] = value;
  }
  return { language, title: language === 'en' ? titleEn : titleZh, values, parties };
}
