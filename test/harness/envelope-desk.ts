import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { consentText } from '#shared/features/signing/consent.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, Signer, SignerDraft, SigningMethod } from '#shared/features/signing/envelope-model.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import type { Day } from '#shared/kernel/day.ts';
import { createSelfIssuedIdentity } from '../../src-main/crypto/certificates.ts';
import { signPdf } from '../../src-main/pdf/sign.ts';
import { signatureRequest } from './pdf-documents.ts';
import { taskId, type TestWorld } from './world.ts';

/** What people do with the envelopes of one contract, over the same operations. */
export interface EnvelopeDesk {
  us(method: SigningMethod): SignerDraft;
  them(method: SigningMethod, name?: string): SignerDraft;
  start(...signers: readonly SignerDraft[]): Promise<Envelope>;
  /** The envelope as it stands. */
  now(): Promise<Envelope>;
  /** Whose turn it is. */
  next(): Promise<Signer>;
  /** The next signer signs with the certificate of the person at the keyboard. */
  certify(): Promise<Envelope>;
  /** The next signer draws their name. */
  draw(): Promise<Envelope>;
  /** The file that is given to the next signer. */
  handOut(): Promise<Buffer>;
  /** Chooses a file that came back for the next signer: what was found in it, and how it is taken. */
  returned(bytes: Uint8Array): Promise<Returned>;
}

interface Returned {
  readonly check: Awaited<ReturnType<typeof checkOf>>;
  accept(reason?: string, signedOn?: Day | null): ReturnType<typeof acceptOf>;
}

const checkOf = (world: TestWorld, input: Parameters<typeof world.call<'signing.checkReturned'>>[1]) => world.call('signing.checkReturned', input);
const acceptOf = (world: TestWorld, input: Parameters<typeof world.call<'signing.acceptReturned'>>[1]) => world.call('signing.acceptReturned', input);

/** Two strokes, long enough for a name. */
const drawing: Drawing = {
  width: 600,
  height: 200,
  strokes: [0, 1].map((stroke) => Array.from({ length: 20 }, (_, index) => ({ x: 60 + stroke * 150 + index * 4, y: 100 + Math.sin(index / 3) * 50, pressure: 0.3 + index / 40, time: 1000 + stroke * 500 + index * 10 }))),
};

/** The person at the keyboard, to sign for us. */
export function ourSigner(world: TestWorld, method: SigningMethod): SignerDraft {
  const userId = world.core.vaults.session()?.user.id;
  if (userId === undefined) throw new Error('locked');
  return { side: 'us', name: '陈静', title: '采购经理', partyName: '云帆', method, userId: method === 'certificate' ? userId : null };
}

/** Somebody of the other side. */
export function theirSigner(method: SigningMethod, name = '李娜'): SignerDraft {
  return { side: 'them', name, title: '', partyName: '龙门飞马食品有限公司', method, userId: null };
}

/** The desk at which this contract is signed. */
export function envelopeDesk(world: TestWorld, contractId: ContractId): EnvelopeDesk {
  const now = async () => {
    const [latest] = await world.must('signing.envelopes', { contractId });
    if (latest === undefined) throw new Error('no envelope');
    return latest;
  };
  const next = async () => {
    const waiting = (await now()).signers.find(({ state }) => state === 'waiting');
    if (waiting === undefined) throw new Error('nobody waits');
    return waiting;
  };
  return {
    us: (method) => ourSigner(world, method),
    them: theirSigner,
    start: async (...signers) => {
      const { revision } = await world.must('contracts.get', { id: contractId });
      return world.must('signing.startEnvelope', { contractId, revision, draft: { signers: [...signers], expiresOn: null } });
    },
    now,
    next,
    certify: async () => world.must('signing.signWithCertificate', { signerId: (await next()).id, source: { kind: 'identity' }, taskId: taskId() }),
    draw: async () => {
      const { language, number, title } = (await world.must('contracts.get', { id: contractId })).summary;
      const { id: signerId, name: signerName, partyName } = await next();
      const consent = consentText({ language, number, title, signerName, partyName, contentHash: (await now()).contentHash });
      return world.must('signing.signByHand', { signerId, drawing, idCheck: { kind: 'id_card', note: '' }, consent, taskId: taskId() });
    },
    handOut: async () => {
      const path = join(world.folder, 'handed-out.pdf');
      world.answers.push(path);
      await world.must('signing.handOut', { signerId: (await next()).id, taskId: taskId() });
      return readFileSync(path);
    },
    returned: async (bytes) => {
      const path = join(world.folder, 'returned.pdf');
      writeFileSync(path, bytes);
      world.answers.push(path);
      const picked = await world.must('signing.pickReturned', undefined);
      if (picked === null) throw new Error('nothing picked');
      const about = { signerId: (await next()).id, pickId: picked.pickId };
      return { check: await checkOf(world, about), accept: (reason = '', signedOn = null) => acceptOf(world, { ...about, reason, signedOn, taskId: taskId() }) };
    },
  };
}

/** Somebody signs a file with a program of their own. */
export async function signElsewhere(pdf: Uint8Array, commonName: string, position: number | 'a'): Promise<Uint8Array> {
  const identity = await createSelfIssuedIdentity({ commonName, organisation: null, now: Date.UTC(2026, 10, 23, 1), years: 3 });
  return signPdf({ pdf, ...signatureRequest(identity, { placement: { anchor: `signature-${position}` }, signerName: commonName, fieldName: `elsewhere-${position}` }) });
}
