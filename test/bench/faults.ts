import { faultKinds, runFaults, type FaultTally } from '../harness/faults/run-faults.ts';

/**
 * `npm run bench -- faults --runs N`: kills, fills disks and changes bytes, and tells what it cost. Gives false when any
 * figure that has to be 0 is not.
 */
export async function measureFaults(runs: number): Promise<boolean> {
  const tally = await runFaults(runs, (done) => process.stderr.write(`\r  ${done} of ${runs} faults`));
  process.stderr.write('\n');
  process.stdout.write(`\n${linesOf(tally).join('\n')}\n`);
  return mustBeNone(tally).every(([, count]) => count === 0);
}

function mustBeNone(tally: FaultTally): readonly (readonly [string, number])[] {
  return [
    ['committed writes lost', tally.lost],
    ['cross-compartment mismatches', tally.mismatches],
    ['vaults that did not open', tally.notOpened],
    ['audit chains broken', tally.auditBreaks],
    ['complete backups that fail their rehearsal', tally.brokenBackups],
    ['full disks answered by another code', tally.wrongAnswers],
    ['corruptions not detected', tally.notDetected],
  ];
}

function linesOf(tally: FaultTally): readonly string[] {
  const kinds = faultKinds.map((kind) => `${kind} ${tally.runs[kind]}`).join(', ');
  const total = faultKinds.reduce((sum, kind) => sum + tally.runs[kind], 0);
  const told: readonly (readonly [string, number])[] = [
    ['of which could not be carried out here', tally.skipped],
    ['writes answered as kept', tally.told],
    ['corruptions detected', tally.detected],
    ['corruptions of bytes that mean nothing', tally.harmless],
  ];
  return [`runs: ${total} (${kinds})`, ...[...told, ...mustBeNone(tally)].map(([label, count]) => `${label}: ${count}`), ...tally.notes.map((note) => `  ${note}`)];
}
