import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { ContractBook } from './contract-book.ts';
import type { KeptRecords } from './kept-records.ts';
import type { Links } from './linked.ts';
import type { RecordService } from './records.ts';
import type { ContractService } from './service.ts';

export function createContractsHandlers(contracts: ContractService, records: RecordService, book: ContractBook, links: Links, keptRecords: KeptRecords): HandlersOf<'contracts'> {
  return {
    list: (page, call) => book.list(call, page),
    count: (selection, call) => book.count(call, selection),
    search: ({ text, limit }, call) => book.search(call, text, limit),
    wordPlaces: ({ ids, text }, call) => succeed(book.wordPlaces(call, ids, text)),
    named: ({ ids }, { db }) => succeed(book.named(db, ids)),
    tags: (_, { db }) => succeed(book.tags(db)),
    namesInUse: (_, { db }) => succeed(book.namesInUse(db)),
    family: ({ id }, call) => book.family(call, id),
    register: (entry, call) => records.register(call, entry),
    saveRecord: ({ id, revision, ...entry }, call) => records.save(call, id, revision, entry),
    changeStage: ({ id, revision, to, details }, call) => records.move(call, id, revision, to, details),
    supersede: ({ id, revision, successorId, reason }, call) => records.supersede(call, id, revision, successorId, reason),
    correctTermination: ({ id, revision, correction, details }, call) => records.correctTermination(call, id, revision, correction, details),
    addNotice: ({ id, notice }, call) => records.addNotice(call, id, notice),
    changeNotice: ({ id, noticeId, notice }, call) => records.changeNotice(call, id, noticeId, notice),
    withdrawNotice: ({ id, noticeId, reason }, call) => records.withdrawNotice(call, id, noticeId, reason),
    views: (_, call) => succeed(book.views(call)),
    saveView: (view, call) => book.saveView(call, view),
    deleteView: ({ id }, call) => book.deleteView(call, id),
    exportList: (request, call) => book.exportList(call, request),
    exportChanges: (request, call) => book.exportChanges(call, request),
    changeMany: ({ ids, ...change }, call) => records.changeMany(call, ids, change),
    get: ({ id }, call) => contracts.get(call, id),
    takeLinked: (_, call) => links.take(call),
    create: ({ templateVersionId, entry }, call) => contracts.create(call, templateVersionId, entry),
    revise: ({ id, revision, entry }, call) => contracts.revise(call, id, revision, entry),
    keepForm: ({ templateVersionId, form }, call) => contracts.keep(call, templateVersionId, form),
    keptForm: ({ templateVersionId }, call) => succeed(contracts.kept(call, templateVersionId)),
    discardForm: ({ templateVersionId }, call) => contracts.discard(call, templateVersionId),
    keepRecord: ({ of, form }, call) => keptRecords.keep(call, of, form),
    keptRecord: ({ of }, call) => succeed(keptRecords.kept(call, of)),
    discardRecord: ({ of }, call) => keptRecords.discard(call, of),
    keepDialog: ({ of, form }, call) => keptRecords.keepDialog(call, of, form),
    keptDialog: ({ of }, call) => succeed(keptRecords.keptDialog(call, of)),
    unfinishedDialogs: ({ contractId }, call) => succeed(keptRecords.unfinished(call, contractId)),
    discardDialog: ({ of }, call) => keptRecords.discard(call, of),
    numbering: (_, { db }) => succeed(contracts.numbering(db)),
    changeNumbering: ({ pattern }, call) => contracts.changeNumbering(call, pattern),
  };
}
