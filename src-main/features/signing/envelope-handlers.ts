import { basename } from 'node:path';
import type { envelopeOperations } from '#shared/features/signing/envelope-ipc.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { CancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import { readSetting } from '../../vault/vault-settings.ts';
import { signByHand, signWithCertificate, stampSeal } from './acts.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { countQueuedStamps, listEnvelopes, listSummaries } from './envelope-queries.ts';
import { declineEnvelope, startEnvelope, voidEnvelope } from './envelopes.ts';
import { draftMail, exportMany, saveSigned } from './packages.ts';
import { acceptReturned, checkReturned, handOut } from './returned.ts';
import { listSeals, listSealUses } from './seal-queries.ts';
import { addSeal, retireSeal, sealImage } from './seals.ts';
import { giveSeat, possibleSigners } from './seats.ts';
import { stampQueued, setTimestampServer } from './stamps.ts';
import { readerOf } from './standing.ts';

/** The operations on envelopes, seals and time stamps. `tasks`: those that `signing.cancelExport` can stop. */
export function createEnvelopeHandlers(parts: EnvelopeParts, tasks: CancellableTasks): Pick<HandlersOf<'signing'>, keyof typeof envelopeOperations> {
  const pick = async (filter: { readonly name: string; readonly extensions: readonly string[] }) => {
    const path = await parts.picker.chooseFile(filter);
    return succeed(path === null ? null : { pickId: parts.picks.add(path), fileName: basename(path) });
  };
  return {
    envelopes: ({ contractId }, call) => succeed(listEnvelopes(call.db, contractId, readerOf(call, parts))),
    allEnvelopes: ({ show }, { db }) => succeed(listSummaries(db, show, dayOn(parts.clock))),
    startEnvelope: ({ contractId, revision, draft }, call) => startEnvelope(call, contractId, revision, draft, parts),
    possibleSigners: (_, call) => succeed(possibleSigners(call, parts)),
    giveSeat: (request, call) => giveSeat(call, request, parts),
    signWithCertificate: (request, call) => signWithCertificate(call, request, parts),
    signByHand: (request, call) => signByHand(call, request, parts),
    stampSeal: (request, call) => stampSeal(call, request, parts),
    handOut: ({ signerId, taskId }, call) => handOut(call, signerId, taskId, parts),
    pickReturned: () => pick({ name: 'PDF', extensions: ['pdf'] }),
    checkReturned: ({ signerId, pickId }, call) => checkReturned(call, signerId, pickId, parts),
    acceptReturned: (request, call) => acceptReturned(call, request, parts),
    declineEnvelope: ({ signerId, reason }, call) => declineEnvelope(call, signerId, reason, parts),
    voidEnvelope: ({ envelopeId, reason }, call) => voidEnvelope(call, envelopeId, reason, parts),
    saveSigned: (request, call) => saveSigned(call, request, parts),
    draftMail: (request, call) => draftMail(call, request, parts),
    exportMany: ({ envelopeIds, taskId }, call) => tasks.run(taskId, (signal) => exportMany(call, envelopeIds, taskId, signal, parts)),
    seals: (_, { db }) => succeed(listSeals(db)),
    sealUses: (_, { db }) => succeed(listSealUses(db)),
    sealImage: ({ id }, call) => sealImage(call, id),
    pickSealImage: () => pick({ name: 'PNG', extensions: ['png'] }),
    addSeal: ({ pickId, draft }, call) => addSeal(call, pickId, draft, parts),
    retireSeal: ({ id }, call) => retireSeal(call, id, parts),
    timestamps: (_, { db }) => succeed({ url: readSetting(db, 'timestamp_url') ?? '', ...countQueuedStamps(db, dayOn(parts.clock)) }),
    setTimestampServer: ({ url }, call) => setTimestampServer(call, url),
    stampQueued: (_, call) => stampQueued(call, parts),
  };
}
