import type { PickId } from '#shared/features/vault/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids } from '../../ports.ts';
import { createExchangeTasks } from '../../workers/exchange-tasks.ts';
import type { Workers } from '../../workers/worker-pool.ts';
import { createContacts } from './contacts.ts';
import { createContents, type ContentParts } from './contents.ts';
import { createIdentities } from './identity.ts';
import { createPackReader } from './opening.ts';
import { listSent } from './pack-queries.ts';
import { createReturning, type MergeInto } from './returning.ts';
import { createSending, type SendingParts } from './sending.ts';
import { createSheets } from './sheets.ts';
import { createTaking, type TakingParts } from './taking.ts';
import { createPackWriter } from './writing.ts';

export interface ExchangeParts extends ContentParts, Pick<SendingParts, 'openApprovals' | 'findTemplate'>, Pick<TakingParts, 'decideWithin' | 'addTemplate'> {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly workers: Workers;
  readonly merging: MergeInto;
  /** Told of a pack that the system asked to open. */
  readonly onPackOpened: () => void;
}

export interface Exchange {
  readonly handlers: HandlersOf<'exchange'>;
  /** Takes a pack from the system: it waits until a vault is open. */
  readonly openFile: (path: string) => void;
}

/** Packs between people who each have a vault of their own. */
export function createExchange(parts: ExchangeParts): Exchange {
  const { picks, picker } = parts;
  const identities = createIdentities(parts);
  const tasks = createExchangeTasks(parts.workers);
  const contacts = createContacts({ ...parts, identities });
  const contents = createContents(parts);
  const writer = createPackWriter({ ...parts, tasks, identities });
  const reader = createPackReader({ picks, tasks, identities });
  const sending = createSending({ ...parts, writer, contents });
  const returning = createReturning({ ...parts, reader, contents });
  const taking = createTaking({ ...parts, reader, returning });
  const sheets = createSheets({ ...parts, writer });
  const underWay = createCancellableTasks();
  let opened: PickId | null = null;

  return {
    openFile: (path) => {
      opened = picks.add(path);
      parts.onPackOpened();
    },
    handlers: {
      identity: (_, call) => succeed(identities.read(call)),
      makeIdentity: (_, call) => identities.make(call),
      saveCard: (_, call) => identities.saveCard(call),
      contacts: (_, call) => succeed(contacts.list(call)),
      addContact: ({ pickId }, call) => contacts.add(call, pickId),
      confirmContact: ({ id, spoken }, call) => contacts.confirm(call, id, spoken),
      linkContact: ({ id, isMe }, call) => contacts.link(call, id, isMe),
      removeContact: ({ id }, call) => contacts.remove(call, id),
      sent: (_, { db }) => succeed(listSent(db)),
      sendWork: (request, call) => underWay.run(request.taskId, (signal) => sending.work(call, request, signal)),
      sendApproval: (request, call) => underWay.run(request.taskId, (signal) => sending.approval(call, request, signal)),
      sendTemplates: (request, call) => underWay.run(request.taskId, (signal) => sending.templates(call, request, signal)),
      approvalsToSend: (_, call) => succeed(sending.approvalsToSend(call)),
      cancel: ({ taskId }) => underWay.cancel(taskId),
      pickPack: async () => {
        const path = await picker.chooseFile({ name: 'Deedbox', extensions: ['deedpack'] });
        return succeed(path === null ? null : { pickId: picks.add(path) });
      },
      takeOpened: () => {
        const pickId = opened;
        opened = null;
        return succeed(pickId === null ? null : { pickId });
      },
      openPack: ({ pickId }, call) => taking.open(call, pickId),
      receive: ({ pickId }, call) => taking.receive(call, pickId),
      merge: ({ pickId, stamp, decisions }, call) => returning.merge(call, pickId, stamp, decisions),
      applyAnswer: ({ pickId }, call) => taking.applyAnswer(call, pickId),
      takeTemplates: ({ pickId, chosen }, call) => taking.takeTemplates(call, pickId, chosen),
      received: (_, call) => succeed(sheets.list(call)),
      sheet: ({ packId }, call) => sheets.get(call, packId),
      step: (request, call) => sheets.step(call, request),
      count: (request, call) => sheets.count(call, request),
      addNote: (request, call) => sheets.note(call, request),
      addPicture: (request, call) => sheets.picture(call, request),
      addFile: (request, call) => sheets.file(call, request),
      removeEvidence: ({ packId, id }, call) => sheets.removeEvidence(call, packId, id),
      saveFile: ({ packId, part }, call) => sheets.saveFile(call, packId, part),
      reply: (request, call) => underWay.run(request.taskId, (signal) => sheets.reply(call, request, signal)),
      answer: (request, call) => underWay.run(request.taskId, (signal) => sheets.decide(call, request, signal)),
    },
  };
}
