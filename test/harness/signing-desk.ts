import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, Signer, SignerDraft, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import type { Reply } from '#shared/ipc/registry.ts';
import { createSelfIssuedIdentity } from '../../src-main/crypto/certificates.ts';
import { signPdf } from '../../src-main/pdf/sign.ts';
import { sampleEntry } from './entries.ts';
import { envelopeDesk, ourSigner, theirSigner } from './envelope-desk.ts';
import { signatureRequest } from './pdf-documents.ts';
import { taskId, type TestWorld } from './world.ts';

/** The steps of signing many contracts in envelopes, as a person takes them. */
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
  const at = ({ contractId }: Envelope) => envelopeDesk(world, contractId);
  return {
    us: (method) => ourSigner(world, method),
    them: theirSigner,
    start: async (...signers) => {
      const { summary } = await world.must('contracts.create', await sampleEntry(world));
      return envelopeDesk(world, summary.id).start(...signers);
    },
    certify: (envelope) => at(envelope).certify(),
    handOut: (envelope) => at(envelope).handOut(),
    signElsewhere: async (pdf, changes = {}) => {
      const theirs = await createSelfIssuedIdentity({ commonName: '李娜', organisation: null, now: world.clock.now(), years: 3 });
      return signPdf({ pdf, ...signatureRequest(theirs, { placement: { anchor: 'signature-2' }, fieldName: '乙方', ...changes }) });
    },
    takeBack: async (envelope, pdf, reason) => (await at(envelope).returned(pdf)).accept(reason),
    saved: (envelope) => savedIn(world, envelope),
    verify: (pdf) => verifyIn(world, pdf),
    now: (contractId) => envelopeDesk(world, contractId).now(),
  };
}

/** The signed file as it is written out. */
export async function savedIn(world: TestWorld, envelope: Envelope): Promise<Buffer> {
  const path = join(world.folder, 'out.pdf');
  world.answers.push(path);
  await world.must('signing.saveSigned', { envelopeId: envelope.id, password: null, taskId: taskId() });
  return readFileSync(path);
}

/** What the vault's own verification says of a file. */
export async function verifyIn(world: TestWorld, pdf: Uint8Array) {
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
