import { recordDetailsSchema, type ContractRecord, type RecordDetails } from '#shared/features/contracts/record.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { TestWorld } from './world.ts';

export interface TermOf {
  readonly title: string;
  readonly from: string;
  readonly until: string;
  readonly renewal?: ContractRecord['renewalType'];
  readonly stage?: Stage;
  readonly details?: Partial<RecordDetails>;
}

/** Registers signed contracts with these terms, without text; gives their ids in order. */
export function registerTerms(world: TestWorld, terms: readonly TermOf[]): readonly ContractId[] {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const ids: ContractId[] = [];
  session.write('contracts.register', (db, note) => {
    for (const { title, from, until, renewal = 'none', stage = 'signed', details = {} } of terms) {
      const added = world.core.records.add(session, db, note, {
        title,
        contractType: 'services',
        number: '',
        language: 'zh',
        stage,
        record: {
          ...{ recordKind: 'standalone', parentId: null, direction: 'none', confidentiality: 'internal', parties: [], ownerName: '', department: '', tags: [] },
          signedOn: from as Day,
          effectiveOn: from as Day,
          expiresOn: until as Day,
          renewalType: renewal,
          details: recordDetailsSchema.parse(details),
        },
        amount: null,
      });
      if (!added.ok) throw new Error(JSON.stringify(added.error));
      ids.push(added.value);
    }
    return succeed(null);
  });
  world.core.scheduler.plan();
  return ids;
}
