import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEntry } from '../entries.ts';
import { openFolder } from '../open-folder.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../world.ts';
import { copyVault, fillDisk, killAtWork, type Told, type Work } from './children.ts';
import { damageKinds, damageVault, type DamageKind } from './damage.ts';
import { look } from './judge.ts';

export const faultKinds = ['write', 'rotate', 'backup', 'reopen', 'disk-full', ...damageKinds] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What a number of runs came to. All but `runs`, `told`, `detected`, `harmless` and `skipped` must be 0. */
export interface FaultTally {
  readonly runs: Record<FaultKind, number>;
  /** Runs for which the system gave no small file system, or whose child was gone before it could begin. */
  skipped: number;
  /** Writes that were answered as kept. */
  told: number;
  lost: number;
  mismatches: number;
  notOpened: number;
  auditBreaks: number;
  /** Backups that stood complete in their place and did not pass the rehearsal. */
  brokenBackups: number;
  /** A full disk was answered by another code than DISK_FULL. */
  wrongAnswers: number;
  detected: number;
  /** The change fell on what means nothing, as white space of the header: everything is as it was. */
  harmless: number;
  notDetected: number;
  /** What went wrong, a line each. */
  readonly notes: string[];
}

/** In which order the kinds come: each kind of kill as often as a damage, and a full disk now and then. */
const order: readonly FaultKind[] = ['write', 'byte', 'rotate', 'page', 'backup', 'byte', 'reopen', 'page', 'write', 'byte', 'disk-full', 'page'];

/** Does `count` faults to copies of one vault, one after another. `onRun` is told after each. `random` gives 0 to 1. */
export async function runFaults(count: number, onRun: (done: number) => void = () => undefined, random: () => number = Math.random): Promise<FaultTally> {
  const world = testWorld();
  const tally = emptyTally();
  try {
    const vault = await makeVault(world);
    for (let run = 0; run < count; run += 1) {
      const kind = order[run % order.length] ?? 'byte';
      const place = mkdtempSync(join(world.folder, 'run-'));
      tally.runs[kind] += 1;
      if (kind === 'byte' || kind === 'page') await damageOnce({ world, vault, place, tally, random }, kind);
      else await stopOnce({ world, vault, place, tally, random }, kind);
      world.core.vaults.lock();
      rmSync(place, { recursive: true, force: true });
      onRun(run + 1);
    }
    return tally;
  } finally {
    await world.close();
  }
}

interface FaultVault {
  readonly folder: string;
  readonly contracts: readonly string[];
  readonly digest: string;
}

interface Run {
  readonly world: TestWorld;
  readonly vault: FaultVault;
  readonly place: string;
  readonly tally: FaultTally;
  readonly random: () => number;
}

async function makeVault(world: TestWorld): Promise<FaultVault> {
  const { folder } = await createTestVault(world);
  const entry = await sampleEntry(world);
  const contracts: string[] = [];
  for (let made = 0; made < 4; made += 1) contracts.push((await world.must('contracts.create', entry)).summary.id);
  for (const text of ['site plan', 'minutes of the hand-over '.repeat(4_000)]) {
    const source = join(world.folder, 'file.txt');
    writeFileSync(source, text);
    world.answers.push(source);
    const picked = await world.must('attachments.pickFile', undefined);
    await world.must('attachments.add', { contractId: (contracts[0] ?? '') as never, pickIds: picked === null ? [] : [picked.pickId], taskId: taskId() });
  }
  await world.must('users.invite', { name: '财务', roles: ['finance'] });
  const { digest } = await look(world, []);
  world.core.vaults.lock();
  return { folder, contracts, digest };
}

async function stopOnce({ world, vault, place, tally, random }: Run, kind: Work | 'disk-full'): Promise<void> {
  const [working, backups] = [join(place, 'vault'), join(place, 'backups')];
  mkdirSync(backups);
  let told: Told | null;
  if (kind === 'disk-full') {
    told = fillDisk(vault.folder, working, place, 150 + Math.floor(random() * 1_200));
    if (told?.refused.some((code) => code !== 'DISK_FULL') === true) {
      tally.wrongAnswers += 1;
      tally.notes.push(`disk-full: answered ${told.refused.join(', ')}`);
    }
  } else {
    copyVault(vault.folder, working);
    told = await killAtWork(working, kind, backups, place, random);
  }
  if (told === null || !told.begun) {
    tally.skipped += 1;
    return;
  }
  const refused = await openFolder(world, working);
  if (refused !== null) {
    tally.notOpened += 1;
    tally.notes.push(`${kind}: the vault answered ${refused}`);
    return;
  }
  const found = await look(world, [...vault.contracts, ...told.made]);
  tally.told += told.made.length;
  tally.lost += found.lost.length;
  tally.mismatches += found.mismatches;
  tally.auditBreaks += found.auditBreaks;
  if (found.isDamaged) tally.notOpened += 1;
  if (found.lost.length + found.mismatches + found.auditBreaks > 0 || found.isDamaged) tally.notes.push(`${kind}: ${JSON.stringify({ ...found, digest: '' })}`);
  if (kind === 'backup') await rehearse(world, backups, tally);
}

/** A backup that has its final name must be whole; one that was cut short must not have it. */
async function rehearse(world: TestWorld, backups: string, tally: FaultTally): Promise<void> {
  if (readdirSync(backups).length === 0) return;
  world.answers.push(backups);
  await world.must('backups.chooseFolder', undefined);
  const drill = await world.call('backups.drill', { taskId: taskId() });
  const isFine = drill.ok ? drill.value.passed : drill.error.code === 'NO_BACKUP';
  if (isFine) return;
  tally.brokenBackups += 1;
  tally.notes.push(`backup: ${JSON.stringify(drill)}`);
}

async function damageOnce({ world, vault, place, tally, random }: Run, kind: DamageKind): Promise<void> {
  const working = join(place, 'vault');
  copyVault(vault.folder, working);
  const damage = damageVault(working, kind, random);
  if ((await openFolder(world, working)) !== null) {
    tally.detected += 1;
    return;
  }
  const found = await look(world, vault.contracts);
  if (found.isDamaged || found.auditBreaks > 0) tally.detected += 1;
  else if (found.digest === vault.digest) tally.harmless += 1;
  else {
    tally.notDetected += 1;
    tally.notes.push(`${kind}: ${damage.file} at ${damage.at} went unnoticed`);
  }
}

function emptyTally(): FaultTally {
  const runs = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<FaultKind, number>;
  return { runs, skipped: 0, told: 0, lost: 0, mismatches: 0, notOpened: 0, auditBreaks: 0, brokenBackups: 0, wrongAnswers: 0, detected: 0, harmless: 0, notDetected: 0, notes: [] };
}
