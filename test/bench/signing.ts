import { PDFDocument } from 'pdf-lib';
import { flowDraftSchema } from '#shared/features/approvals/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { createSelfIssuedIdentity } from '../../src-main/crypto/certificates.ts';
import { insertFlow, insertRound, insertTask, openTask } from '../../src-main/features/approvals/queries.ts';
import { finishPdf } from '../../src-main/pdf/finish.ts';
import { signPdf } from '../../src-main/pdf/sign.ts';
import { verifyPdf } from '../../src-main/pdf/verify.ts';
import { randomIds } from '../../src-main/system-world.ts';
import { finishRequest, moment, printedTenPages, signatureRequest } from '../harness/pdf-documents.ts';
import { judgeWithPdfsig } from '../harness/pdf-judges.ts';
import type { TestWorld } from '../harness/world.ts';
import { runAgainstCopy } from './against-copy.ts';
import { inFreshVault, insertContracts } from './bench-vault.ts';
import { figure, inTurn, percentile, type Figure } from './figure.ts';

/** An inbox with so many tasks through the router, against its statements on an unencrypted copy. */
export function measureInbox(count: number, repetitions = 60): Promise<Figure> {
  return inFreshVault(async (world, made) => {
    for (let done = 0; done < count; done += 2000) insertContracts(world, made, Math.min(2000, count - done));
    await insertTasks(world);
    const look = async () => {
      const { total } = await world.must('approvals.inbox', { show: 'open' });
      if (total !== count) throw new Error(`${total} tasks wait`);
    };
    const runs = await runAgainstCopy(world, [look], repetitions);
    return figure({
      name: `inbox, ${count.toLocaleString('en')} tasks, p95`,
      unit: 'ms',
      against: 'its statements, unencrypted copy',
      aim: { of: 'ratio', atMost: 1.5 },
      runs,
      sides: { ours: percentile(runs.ours, 95), peer: percentile(runs.peer, 95) },
      note: 'the tasks that are due first and the count of all, through validation, authority and the check of the answer',
    });
  });
}

async function insertTasks(world: TestWorld): Promise<void> {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const by = session.user.id;
  const flowId = randomIds.create<'approvalFlow'>();
  const draft = flowDraftSchema.parse({ name: '流程', contractTypes: [], isOn: false, drafterMayApprove: true, steps: [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false }, deadlineHours: null }] });
  session.write<null, never>('approvals.saveFlow', (db, note) => {
    insertFlow(db, { id: flowId, version: 1, draft, at: moment, by });
    const ids = db.all<{ id: ContractId }>({ text: 'SELECT id FROM contracts', values: [] });
    for (const [index, { id: contractId }] of ids.entries()) {
      const roundId: Id<'approvalRound'> = randomIds.create();
      const id: Id<'approvalTask'> = randomIds.create();
      const flow = { ...draft, id: flowId, version: 1 };
      insertRound(db, { id: roundId, contractId, flow, contractType: 'sales', versionNumber: 1, contentHash: 'x', note: '', at: moment + index, by });
      insertTask(db, { id, roundId, step: 0, order: 1, mode: 'any', stepName: '法务', deadlineHours: null, assigneeId: by, insteadOfId: null, escalateTo: null, escalatedFromId: null, state: 'waiting' });
      openTask(db, id, moment + index, index % 3 === 0 ? null : moment + ((index * 7919) % 1_000_000) * 1000);
    }
    note('flow', flowId);
    return succeed(null);
  });
  await Promise.resolve();
}

/** A PDF of a hundred pages with five signatures checked, against pdfsig. */
export async function measureVerify(repetitions = 15): Promise<Figure> {
  const pdf = await fiveTimesSigned();
  const runs = await inTurn(repetitions, {
    ours: () => {
      const started = performance.now();
      const verified = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment });
      const taken = performance.now() - started;
      if (!verified.ok || verified.value.verdict !== 'intact' || verified.value.signatures.length !== 5) throw new Error('the file is not intact');
      return Promise.resolve(taken);
    },
    peer: () => {
      const started = performance.now();
      if (judgeWithPdfsig(pdf).filter(({ isValid }) => isValid).length !== 5) throw new Error('pdfsig does not find five valid signatures');
      return Promise.resolve(performance.now() - started);
    },
  });
  return figure({
    name: 'verification of 100 pages with 5 signatures',
    unit: 'ms',
    against: 'pdfsig, the whole process',
    aim: { of: 'ratio', atMost: 2 },
    runs,
    note: `${(pdf.length / 1000).toFixed(0)} kB; ours compares every revision page by page and object by object, which pdfsig does not`,
  });
}

async function fiveTimesSigned(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const ten = await PDFDocument.load(printedTenPages);
  for (let part = 0; part < 10; part += 1) {
    for (const page of await document.copyPages(ten, ten.getPageIndices())) document.addPage(page);
  }
  document.addPage();
  const printed = await document.save({ useObjectStreams: false });
  let pdf: Uint8Array = await finishPdf(finishRequest(printed));
  for (let signer = 0; signer < 5; signer += 1) {
    const identity = await createSelfIssuedIdentity({ commonName: `签署人${signer + 1}`, organisation: null, now: moment, years: 3 });
    const placement = { page: 'last', x: 60, y: 60 + signer * 140, width: 240, height: 100 } as const;
    pdf = await signPdf({ pdf, ...signatureRequest(identity, { placement, fieldName: `签署${signer + 1}` }) });
  }
  return pdf;
}
