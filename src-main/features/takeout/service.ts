import { createWriteStream, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import type { ContractAttachment, ContractAttachmentId } from '#shared/features/attachments/model.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import en from '#shared/features/takeout/texts/en.json' with { type: 'json' };
import zh from '#shared/features/takeout/texts/zh-CN.json' with { type: 'json' };
import { freeName } from '#shared/features/takeout/rules.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { DamagedAttachment } from '../../attachments/chunked-file.ts';
import type { Picks } from '../../device/picks.ts';
import { isWritable } from '../../files/writable-folder.ts';
import { writeCsv, type WrittenCell } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker } from '../../ports.ts';
import { listContractIds } from './queries.ts';

/** A file kept in the vault whose bytes are asked for one at a time. */
export interface KeptFile {
  readonly name: string;
  /** Null: damaged. */
  readonly read: () => Uint8Array | null;
}

export interface TakeoutParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly picks: Picks;
  readonly onProgress: (taskId: Id<'task'>, phase: 'write', at: { readonly step: number; readonly steps: number }) => void;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly fulfilmentOf: (call: Call, id: ContractId) => Result<OutputOf<'fulfilment.ofContract'>, 'NOT_FOUND'>;
  readonly approvalsOf: (call: Call, id: ContractId) => Result<OutputOf<'approvals.ofContract'>, 'NOT_FOUND'>;
  readonly filesOf: (call: Call, id: ContractId) => readonly ContractAttachment[];
  readonly pieces: (call: Call, id: ContractAttachmentId) => AsyncIterable<Buffer>;
  /** The present wording as a PDF. */
  readonly printText: (call: Call, id: ContractId, versionNumber: number, signal: AbortSignal) => Promise<Uint8Array | null>;
  readonly signedFilesOf: (call: Call, id: ContractId) => readonly KeptFile[];
  /** PDFs that not all signed who were to sign. */
  readonly unfinishedFilesOf: (call: Call, id: ContractId, today: Day) => readonly (Pick<KeptFile, 'read'> & { readonly state: keyof typeof en.unfinished })[];
  readonly evidenceFilesOf: (call: Call, id: ContractId) => readonly KeptFile[];
  readonly listParties: (call: Call, signal: AbortSignal) => Promise<readonly unknown[]>;
}

interface Tally {
  contracts: number;
  files: number;
  damaged: number;
}

/** All that lies in the folder itself. */
const written = { readme: 'README.txt', parties: 'parties.json', contracts: 'contracts', index: 'index.csv' } as const;

type RunError = 'PICK_EXPIRED' | 'FOLDER_NOT_EMPTY';

/** Everything that a person may read, in formats that any program opens: nobody is locked in. */
export function createTakeout(parts: TakeoutParts) {
  const { clock, picker, picks } = parts;

  async function pickFolder(call: Call): Promise<Result<{ pickId: PickId; folder: string } | null, 'FOLDER_NOT_EMPTY' | 'READ_ONLY_FOLDER' | 'FOLDER_IN_VAULT'>> {
    const folder = await picker.chooseFolder();
    if (folder === null) return succeed(null);
    if (!relative(call.session.folder, resolve(folder)).startsWith('..')) return fail('FOLDER_IN_VAULT');
    if (!isEmpty(folder)) return fail('FOLDER_NOT_EMPTY');
    return isWritable(folder) ? succeed({ pickId: picks.add(folder), folder }) : fail('READ_ONLY_FOLDER');
  }

  async function run(call: Call, { pickId, language, taskId }: InputOf<'takeout.run'>, signal: AbortSignal): Promise<Result<OutputOf<'takeout.run'>, RunError>> {
    const folder = picks.find(pickId);
    if (folder === undefined) return fail('PICK_EXPIRED');
    if (!isEmpty(folder)) return fail('FOLDER_NOT_EMPTY');
    const contracts = listContractIds(call.db);
    // Before anything leaves the vault: one that is stopped half way gave out something too.
    call.write<null, never>((_db, note) => {
      note('takeout', 'begun', { contracts: contracts.length });
      return succeed(null);
    });
    const tally: Tally = { contracts: 0, files: 0, damaged: 0 };
    try {
      await writeAll(call, folder, contracts, language, tally, (step) => {
        signal.throwIfAborted();
        parts.onProgress(taskId, 'write', { step, steps: Math.max(1, contracts.length) });
      }, signal);
    } catch (error) {
      // What else was put there since is somebody's own.
      for (const name of Object.values(written)) rmSync(join(folder, name), { recursive: true, force: true });
      throw error;
    }
    const isPartial = !(call.session.holds('clauses') && call.session.holds('finance'));
    return call.write<OutputOf<'takeout.run'>, never>((_db, note) => {
      note('takeout', 'done', { ...tally, isPartial });
      return succeed({ folder, ...tally, isPartial });
    });
  }

  async function writeAll(call: Call, folder: string, contracts: ReturnType<typeof listContractIds>, language: 'zh' | 'en', tally: Tally, onStep: (step: number) => void, signal: AbortSignal): Promise<void> {
    const words = language === 'en' ? en : zh;
    const readme = words.readme.replace('{{name}}', call.session.user.name).replace('{{time}}', new Date(clock.now()).toISOString());
    // Before anything is waited for: from here on the folder is taken.
    writeFileSync(join(folder, written.readme), readme);
    await writeJson(join(folder, written.parties), { format: 'deedbox-parties', formatVersion: 1, parties: await parts.listParties(call, signal) });
    const taken = new Set<string>();
    async function* rows(): AsyncGenerator<readonly WrittenCell[]> {
      for (const [index, { id, number }] of contracts.entries()) {
        onStep(index);
        const read = parts.readContract(call, id);
        if (!read.ok) continue;
        const name = freeName(number, taken);
        await writeContract(call, join(folder, written.contracts, name), read.value, words.unfinished, tally, signal);
        tally.contracts += 1;
        yield rowOf(read.value, `${written.contracts}/${name}`, words.withheld);
        // The window's own questions go between the contracts.
        await setImmediate();
      }
    }
    await writeCsv({ headings: words.columns, rows: rows(), sheetName: 'index', signal }, join(folder, written.index));
    onStep(contracts.length);
  }

  async function writeContract(call: Call, folder: string, contract: Contract, stateWords: typeof en.unfinished, tally: Tally, signal: AbortSignal): Promise<void> {
    const { id, number } = contract.summary;
    await mkdir(folder, { recursive: true });
    const [fulfilment, approvals] = [parts.fulfilmentOf(call, id), parts.approvalsOf(call, id)];
    await writeJson(join(folder, 'contract.json'), { format: 'deedbox-contract', formatVersion: 1, ...contract, approvals: approvals.ok ? approvals.value : [] });
    if (fulfilment.ok) await writeJson(join(folder, 'fulfilment.json'), { format: 'deedbox-fulfilment', formatVersion: 1, ...fulfilment.value });
    const version = contract.versions[0];
    const holdsText = call.session.holds('clauses');
    if (version !== undefined && holdsText) {
      const pdf = await parts.printText(call, id, version.versionNumber, signal);
      if (pdf !== null) await writeFile(join(folder, 'text.pdf'), pdf);
    }
    if (!holdsText) return;
    await writeAttachments(call, join(folder, 'files'), id, tally, signal);
    await writeKept(join(folder, 'evidence'), parts.evidenceFilesOf(call, id), tally, signal);
    // Signed PDFs show sums: they open with both keys only.
    if (!call.session.holds('finance')) return;
    await writeKept(join(folder, 'signed'), parts.signedFilesOf(call, id), tally, signal);
    const unfinished = parts.unfinishedFilesOf(call, id, dayOn(clock)).map(({ state, read }) => ({ name: `${number} ${stateWords[state]}.pdf`, read }));
    await writeKept(join(folder, 'unfinished'), unfinished, tally, signal);
  }

  async function writeAttachments(call: Call, folder: string, id: ContractId, tally: Tally, signal: AbortSignal): Promise<void> {
    const taken = new Set<string>();
    for (const file of parts.filesOf(call, id)) {
      if (taken.size === 0) await mkdir(folder, { recursive: true });
      const path = join(folder, freeName(file.name, taken));
      try {
        await pipeline(Readable.from(parts.pieces(call, file.id)), createWriteStream(path, { mode: 0o600 }), { signal });
        tally.files += 1;
      } catch (error) {
        if (!(error instanceof DamagedAttachment)) throw error;
        rmSync(path, { force: true });
        tally.damaged += 1;
      }
    }
  }

  return { pickFolder, run };
}

async function writeKept(folder: string, files: readonly KeptFile[], tally: Tally, signal: AbortSignal): Promise<void> {
  const taken = new Set<string>();
  for (const { name, read } of files) {
    signal.throwIfAborted();
    const bytes = read();
    if (bytes === null) {
      tally.damaged += 1;
      continue;
    }
    if (taken.size === 0) await mkdir(folder, { recursive: true });
    await writeFile(join(folder, freeName(name, taken)), bytes, { mode: 0o600 });
    tally.files += 1;
  }
}

async function writeJson(path: string, value: object): Promise<void> {
  await writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}

function rowOf({ summary, record }: Contract, folder: string, withheldWord: string): readonly WrittenCell[] {
  const { number, title, contractType, recordKind, stage, status, partyNames, ownerName, department, signedOn, endsOn, amount } = summary;
  const day = (on: Day | null) => (on === null ? '' : { day: on });
  const money = isWithheld(amount) ? withheldWord : amount === null ? '' : moneyToDecimal(amount);
  const currency = isWithheld(amount) || amount === null ? '' : amount.currency;
  return [number, title, contractType, recordKind, stage, status, partyNames.join('; '), ownerName, department, day(signedOn), day(record.effectiveOn), day(endsOn), money, currency, folder];
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0;
}
