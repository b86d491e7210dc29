import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, Signer, SignerDraft, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import type { Reply } from '#shared/ipc/registry.ts';
import { createSelfIssuedIdentity } from '../../src-main/crypto/certificates.ts';
import { signPdf } from '../../src-main/pdf/sign.ts';
import { sampleEntry } from './entries.ts';
import { signatureRequest } from './pdf-documents.ts';
import { taskId, type TestWorld } from './world.ts';

/** The steps of signing contracts in envelopes, as a person takes them. */
export interface SigningDesk {
  readonly us: (method: SigningMethod) => SignerDraft;
  readonly them: (method: SigningMethod) => SignerDraft;
  /** A fresh contract, sent out to be signed. */
  readonly start: (...signers: readonly SignerDraft[]) => Promise<Envelope>;
  /** The signature of whoever's turn it is, with the certificate of the person at the keyboard. */
  readonly certify: (envelope: Envelope) => Promise<Envelope>;
  /** What is given out to whoever's turn it is. */
  readonly handOut: (envelope: Envelope) => Promise<Buffer>;
  /** A file as the other side's program signs it. */
  readonly signElsewhere: (pdf: Uint8Array, changes?: { readonly hasTimestampRoom?: boolean }) => Promise<Uint8Array>;
  readonly takeBack: (envelope: Envelope, pdf: Uint8Array, reason?: string) => Promise<Reply<'signing.acceptReturned'>>;
  readonly saved: (envelope: Envelope) => Promise<Buffer>;
  readonly verify: (pdf: Uint8Array) => ReturnType<typeof verifyIn>;
  /** The envelopes of a contract as they now stand, the latest first. */
  readonly now: (contractId: ContractId) => Promise<Envelope>;
}

/** The vault is open, and whoever opened it has a certificate of their own. */
export async function openSigningDesk(world: TestWorld): Promise<SigningDesk> {
  await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
  const userId = world.core.vaults.session()?.user.id ?? null;
  return {
    us: (method) => ({ side: 'us', name: '陈静', title: '采购经理', partyName: '云帆', method, userId: method === 'certificate' ? userId : null }),
    them: (method) => ({ side: 'them', name: '李娜', title: '', partyName: '龙门飞马食品有限公司', method, userId: null }),
    start: async (...signers) => {
      const { summary, revision } = await world.must('contracts.create', await sampleEntry(world));
      return world.must('signing.startEnvelope', { contractId: summary.id, revision, draft: { signers, expiresOn: null } });
    },
    certify: (envelope) => world.must('signing.signWithCertificate', { signerId: waitingIn(envelope).id, source: { kind: 'identity' }, taskId: taskId() }),
    handOut: async (envelope) => {
      const path = join(world.folder, 'handed-out.pdf');
      world.answers.push(path);
      await world.must('signing.handOut', { signerId: waitingIn(envelope).id, taskId: taskId() });
      return readFileSync(path);
    },
    signElsewhere: async (pdf, changes = {}) => {
      const theirs = await createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: world.clock.now(), years: 3 });
      return signPdf({ pdf, ...signatureRequest(theirs, { placement: { anchor: 'signature-2' }, fieldName: '乙方', ...changes }) });
    },
    takeBack: async (envelope, pdf, reason = '') => {
      const path = join(world.folder, 'returned.pdf');
      writeFileSync(path, pdf);
      world.answers.push(path);
      const picked = await world.must('signing.pickReturned', undefined);
      if (picked === null) throw new Error('nothing picked');
      return world.call('signing.acceptReturned', { signerId: waitingIn(envelope).id, pickId: picked.pickId, reason, signedOn: null, taskId: taskId() });
    },
    saved: async (envelope) => {
      const path = join(world.folder, 'out.pdf');
      world.answers.push(path);
      await world.must('signing.saveSigned', { envelopeId: envelope.id, password: null, taskId: taskId() });
      return readFileSync(path);
    },
    verify: (pdf) => verifyIn(world, pdf),
    now: async (contractId) => {
      const [latest] = await world.must('signing.envelopes', { contractId });
      if (latest === undefined) throw new Error('no envelope');
      return latest;
    },
  };
}

async function verifyIn(world: TestWorld, pdf: Uint8Array) {
  const path = join(world.folder, 'verify.pdf');
  writeFileSync(path, pdf);
  world.answers.push(path);
  const picked = await world.must('verification.pickFile', undefined);
  if (picked === null) throw new Error('nothing picked');
  return world.must('verification.run', { pickId: picked.pickId });
}

/** Whose turn it is. */
export function waitingIn({ signers }: Envelope): Signer {
  const signer = signers.find(({ state }) => state === 'waiting');
  if (signer === undefined) throw new Error('nobody waits');
  return signer;
}
