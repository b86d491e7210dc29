import { join } from 'node:path';
import type { Contract } from '#shared/features/contracts/model.ts';
import { pageLabelsByLanguage, renderPrintPage } from '#shared/features/documents/print-page.ts';
import { renderDocument } from '#shared/features/documents/render.ts';
import { certificatePageHtml, signingCss } from '#shared/features/signing/certificate-page.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { launch, type RunningApp } from '../e2e/launch.ts';
import { printBare, type BarePrint } from './bare-print.ts';
import { figure, inTurn, median, type Figure } from './figure.ts';
import { ask } from '../e2e/actions/ask.ts';
import { bilingualContract, timedAsk } from './in-window.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/**
 * A signed bilingual PDF through the whole application (print, finish, sign, encrypted copy, record, file), against
 * Chromium's bare print of the very same page in the very same process.
 */
export function measureExport(type: ContractType, repetitions = 9): Promise<Figure> {
  return inTemporaryFolder(async (folder) => {
    const app = await launch(folder);
    try {
      return await measureIn(app, type, repetitions);
    } finally {
      await app.close();
    }
  });
}

async function measureIn(app: RunningApp, type: ContractType, repetitions: number): Promise<Figure> {
  await ask(app, 'vault.createSample');
  await ask(app, 'signing.createIdentity', { commonName: 'Bench', organisation: '' });
  const contract = await bilingualContract(app, type);
  const html = printedPage(contract);
  // The first of each makes the worker, the session and the fonts' caches: it is not counted.
  let receipt = await exportOnce(app, contract);
  let bare: BarePrint = await printBare(app.electron, html);
  const runs = await inTurn(repetitions, {
    ours: async () => (receipt = await exportOnce(app, contract)).milliseconds,
    peer: async () => (bare = await printBare(app.electron, html)).milliseconds,
  });
  if (receipt.pages !== bare.pages) throw new Error(`the sides printed ${receipt.pages} and ${bare.pages} pages`);
  return figure({
    name: `signed bilingual PDF (${type}, ${bare.pages} pages)`,
    unit: 'ms',
    against: 'bare printToPDF, same HTML',
    aim: { of: 'ratio', atMost: 1.5 },
    runs,
    note:
      `both warm, in one process; ours is signing.exportSigned as the window calls it, dialog answered at once, giving ` +
      `${kilobytes(receipt.bytes)} kB against ${kilobytes(bare.bytes)} kB; ours takes ${(median(runs.ours) - median(runs.peer)).toFixed(0)} ms more`,
  });
}

/**
 * So many contracts, each made, signed and exported one after the other as a person does who works through a batch,
 * against Chromium's bare print of as many times the same page. Seconds of the whole batch; the note tells contracts a second.
 */
export function measureBatch(count: number, type: ContractType = 'sales'): Promise<Figure> {
  return inTemporaryFolder(async (folder) => {
    const app = await launch(folder);
    try {
      return await batchIn(app, type, count);
    } finally {
      await app.close();
    }
  });
}

async function batchIn(app: RunningApp, type: ContractType, count: number): Promise<Figure> {
  await ask(app, 'vault.createSample');
  await ask(app, 'signing.createIdentity', { commonName: 'Bench', organisation: '' });
  const pattern = await bilingualContract(app, type);
  const { summary, templateVersionId, values, parties } = pattern;
  if (templateVersionId === null || isWithheld(values)) throw new Error('the pattern has no template');
  const entry = { language: summary.language, title: summary.title, values, parties };
  const batch: Contract[] = [];
  for (let made = 0; made < count; made += 1) batch.push(await ask(app, 'contracts.create', { templateVersionId, entry }));
  await exportOnce(app, pattern);
  await printBare(app.electron, printedPage(pattern));
  // Turn by turn, so that what disturbs the machine disturbs both sides.
  const [ours, peer]: [number[], number[]] = [[], []];
  for (const contract of batch) {
    ours.push((await exportOnce(app, contract)).milliseconds);
    peer.push((await printBare(app.electron, printedPage(contract))).milliseconds);
  }
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  return figure({
    name: `${count} contracts signed and exported, all together`,
    unit: 'ms',
    against: 'bare printToPDF of the same pages',
    aim: { of: 'ratio', atMost: 1.5 },
    runs: { ours, peer },
    sides: { ours: total(ours), peer: total(peer) },
    note: `${(count / (total(ours) / 1000)).toFixed(2)} contracts/s against ${(count / (total(peer) / 1000)).toFixed(2)}; each with its certificate page, its encrypted copy, its record and its file`,
  });
}

interface Exported {
  readonly milliseconds: number;
  readonly pages: number;
  readonly bytes: number;
}

async function exportOnce(app: RunningApp, { summary }: Contract): Promise<Exported> {
  const taskId = crypto.randomUUID() as InputOf<'signing.exportSigned'>['taskId'];
  await app.answerDialogs(join(app.folder, `${taskId}.pdf`));
  const { milliseconds, value } = await timedAsk(app, 'signing.exportSigned', { contractId: summary.id, taskId });
  if (value === null) throw new Error('the dialog was cancelled');
  return { milliseconds, pages: value.pageCount, bytes: value.byteLength };
}

/** The page that the export prints, of the same text, values and fonts. */
function printedPage(contract: Contract): string {
  const { body, values, withheldKeys, summary } = contract;
  if (isWithheld(body) || body === null || isWithheld(values)) throw new Error('the contract’s text is withheld');
  const { title, number, language } = summary;
  const html = renderDocument({ ...body, language, values, withheldKeys, number, mode: 'print' });
  const fontUrls = { regular: 'app://print/regular.ttf', bold: 'app://print/bold.ttf' };
  return renderPrintPage({
    ...{ html, title, number, language, fontUrls },
    pageLabels: pageLabelsByLanguage[language],
    signatureAnchor: 'signature-a',
    behind: certificatePage(contract),
    styles: signingCss,
  });
}

/** A certificate page of the size of the one that the export adds. */
function certificatePage({ summary, versions }: Contract): string {
  const { number, title, versionNumber } = summary;
  return certificatePageHtml({
    ...{ number, title, versionNumber },
    contentHash: versions[0]?.contentHash ?? '',
    envelopeId: null,
    composedAt: '2026-11-24 09:00 +08:00',
    approvals: [],
    sparingFlow: null,
    signers: [{ position: 1, side: 'us', name: 'Bench', title: '', partyName: '', method: 'certificate', signedAt: null, recordedBy: 'Bench', idCheck: null, evidenceSha256: null }],
    isSealed: false,
    auditHead: { sequence: 100, hash: '0'.repeat(64) },
  });
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
