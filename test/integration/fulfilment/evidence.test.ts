import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../../../src-main/db/sql.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld } from '../../harness/world.ts';

test('the log says who looked at a proof, and who took it out of the vault', async () => {
  const world = testWorld();
  await createTestVault(world);
  const contractId = (await registerSigned(world, '浮标采购')).summary.id;
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交付') });
  const shown = async () => (await world.must('fulfilment.ofContract', { contractId })).obligations[0];
  const obligationId = (await shown())?.id ?? ('' as never);
  const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await world.must('fulfilment.addPicture', { obligationId, kind: 'photo', picture, words: '', takenAt: null, place: null });
  const id = (await shown())?.evidence[0]?.id ?? ('' as never);
  const noted = () =>
    world.core.vaults.session()?.db.all<{ operation: string; subject: string }>(sql`SELECT operation, subject_id AS subject FROM audit_events WHERE subject_kind = 'evidence' ORDER BY sequence`);
  await world.must('fulfilment.picture', { id });
  await world.must('fulfilment.picture', { id });
  world.answers.push(null, join(world.folder, '现场.png'));
  await world.must('fulfilment.saveEvidence', { id });
  expect(noted()).toEqual([{ operation: 'fulfilment.picture', subject: id }]);
  await world.must('fulfilment.saveEvidence', { id });
  expect(noted()).toEqual([{ operation: 'fulfilment.picture', subject: id }, { operation: 'fulfilment.saveEvidence', subject: id }]);
  await world.close();
});
