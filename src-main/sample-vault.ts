import type { ContractEntry, ContractId, ContractLanguage } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { PartyBank, PartyDetails, PartyId } from '#shared/features/parties/model.ts';
import type { ProblemEntry } from '#shared/features/problems/model.ts';
import { sampleParties, sampleValues } from '#shared/features/templates/seeds/samples.ts';
import type { SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { PartySnapshot, VariableValues } from '#shared/features/documents/variables.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Writable } from './db/connection.ts';
import type { RecordService } from './features/contracts/records.ts';
import type { ContractService } from './features/contracts/service.ts';
import type { PartyService } from './features/parties/service.ts';
import { insertProblem } from './features/problems/queries.ts';
import { listTemplates } from './features/templates/service.ts';
import { dayOn, type Clock, type Ids } from './ports.ts';
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
  /** Adds obligations and payments to a signed contract, and gives one that is overdue. */
  readonly fillFulfilment: (session: Session, db: Writable, note: RecordChange, id: ContractId) => ObligationId;
}

/** Fills a sample vault with fictional parties, one contract from each template, and a signed one that is being fulfilled, in one transaction. */
export function fillSample(
  session: Session,
  { clock, ids, parties, contracts, records, fillFulfilment }: SampleParts,
): void {
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
    addSigned(session, db, record, idBySampleId, { clock, ids, records, fillFulfilment });
    return succeed(null);
  });
}

/** A contract on paper that runs, with something overdue and the problem that goes with it. */
function addSigned(session: Session, db: Writable, note: RecordChange, idBySampleId: ReadonlyMap<string, PartyId>, { clock, ids, records, fillFulfilment }: Omit<SampleParts, 'parties' | 'contracts'>): void {
  const today = dayOn(clock);
  const [buyer, supplier] = [...idBySampleId.values()];
  assert(buyer !== undefined && supplier !== undefined, 'the sample has no two parties');
  const added = records.add(session, db, note, {
    title: '水质监测浮标采购合同 Buoy supply contract',
    contractType: 'purchase',
    language: 'zh',
    stage: 'signed',
    number: '',
    record: {
      recordKind: 'standalone',
      parentId: null,
      direction: 'pay',
      parties: [{ partyId: buyer, role: 'party_a', signatory: '' }, { partyId: supplier, role: 'party_b', signatory: '' }],
      signedOn: addDays(today, -40),
      effectiveOn: addDays(today, -40),
      expiresOn: addDays(today, 325),
      renewalType: 'none',
      ownerName: session.user.name,
      department: '',
      confidentiality: 'internal',
      tags: [],
      details: recordDetailsSchema.parse({}),
    },
    amount: { inclusive: { minor: 120_000_00, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: 1300, basis: 'fixed' },
  });
  assert(added.ok, 'the signed sample contract is not valid');
  const obligationId = fillFulfilment(session, db, note, added.value);
  const problem: ProblemEntry = { obligationId, kind: 'late', severity: 'high', title: '首批浮标迟到 First buoys are late', action: '增派运力，每日报告 Add transport, report daily', effect: 'delays', ownerId: session.user.id, dueOn: addDays(today, 3) };
  insertProblem(db, ids.create<'problem'>(), added.value, problem, { at: clock.now(), by: session.user.id, today });
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
