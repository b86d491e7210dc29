import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InputOf } from '#shared/ipc/registry.ts';
import type { ContractPage } from '#shared/features/contracts/list.ts';
import { launch } from '../e2e/launch.ts';
import { unlockTestVault } from '../harness/world.ts';
import { inFreshVault } from './bench-vault.ts';
import { registerContracts } from './book.ts';
import { figure, inTurn, type Figure } from './figure.ts';
import { ask } from '../e2e/actions/ask.ts';
import { bilingualContract, timedAsk } from './in-window.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

// What a contract manager without Deedbox would open instead: the office suite, without a window and with a profile that it
// has used before.

/** A contract as a PDF from the open application, against its .docx turned into a PDF by the office suite. */
export function measureDocxToPdf(repetitions = 7): Promise<Figure> {
  return inTemporaryFolder(async (folder) => {
    const app = await launch(folder);
    try {
      await ask(app, 'vault.createSample');
      const { summary } = await bilingualContract(app, 'sales');
      const save = async (name: string, format: 'pdf' | 'docx') => {
        await app.answerDialogs(join(folder, name));
        const input = { contractId: summary.id, versionNumber: summary.versionNumber, format, since: null, heading: '', taskId: crypto.randomUUID() as InputOf<'versions.exportFile'>['taskId'] };
        return (await timedAsk(app, 'versions.exportFile', input)).milliseconds;
      };
      await save('contract.docx', 'docx');
      await save('first.pdf', 'pdf');
      const convert = () => office(folder, ['--convert-to', 'pdf', '--outdir', folder, join(folder, 'contract.docx')]);
      convert();
      const runs = await inTurn(repetitions, {
        ours: () => save(`${crypto.randomUUID()}.pdf`, 'pdf'),
        peer: () => Promise.resolve(convert()),
      });
      if (!existsSync(join(folder, 'contract.pdf'))) throw new Error('the office suite wrote no PDF');
      return figure({
        name: 'bilingual contract (sales) as a PDF',
        unit: 'ms',
        against: 'LibreOffice without a window, its .docx',
        aim: { of: 'ratio', atMost: 1 },
        runs,
        note: `ours from the open application, versions.exportFile with its record; the peer is one process of ${officeVersion()} for each file, as from a command line`,
      });
    } finally {
      await app.close();
    }
  });
}

const filtered: ContractPage = { search: '', sort: 'end', limit: 50, filter: { stages: ['signed'], types: ['lease'] } };

/**
 * A book of so many contracts opened and filtered by two columns: unlocked, with its key derived, to the first page and the
 * count; against the same rows as a workbook, opened by the office suite and filtered by its own filter.
 */
export function measureLedger(count: number, repetitions = 5): Promise<Figure> {
  return inFreshVault(async (world) => {
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
    registerContracts(world, parties.map(({ id }) => id), count);
    const workbook = join(world.folder, 'ledger.xlsx');
    world.answers.push(workbook);
    const columns = (['number', 'title', 'type', 'stage', 'parties', 'amount', 'currency', 'owner', 'department', 'effectiveOn', 'endsOn', 'tags'] as const).map((column) => ({ column, heading: column }));
    await world.must('contracts.exportList', { selection: { search: '', sort: 'number' }, format: 'xlsx', fileName: 'ledger', columns, words: {} });
    const { total } = await world.must('contracts.list', filtered);
    const filterIt = () => {
      const { milliseconds, output } = officeScript(world.folder, workbook);
      const shown = Number(/shown (\d+)/.exec(output)?.[1]);
      if (Math.min(shown, 1_000) !== Math.min(total, 1_000)) throw new Error(`the office suite shows ${output}, and the list ${total}`);
      return milliseconds;
    };
    filterIt();
    const runs = await inTurn(repetitions, {
      ours: async () => {
        world.core.vaults.lock();
        const started = performance.now();
        await unlockTestVault(world);
        await world.must('contracts.list', filtered);
        return performance.now() - started;
      },
      peer: () => Promise.resolve(filterIt()),
    });
    return figure({
      name: `ledger of ${count.toLocaleString('en')} contracts, opened and filtered`,
      unit: 'ms',
      against: 'LibreOffice without a window, its .xlsx',
      aim: { of: 'ratio', atMost: 1 },
      runs,
      note: `ours unlocks three encrypted files, with the least derivation that is allowed, and filters by stage and type to 50 rows and the count; the peer loads ${(statSync(workbook).size / 1e6).toFixed(1)} MB with twelve columns and filters by the same two (${officeVersion()}, its start included)`,
    });
  });
}

/** Milliseconds of one run of the office suite. */
function office(folder: string, parameters: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync('soffice', [profileOf(folder), '--headless', '--norestore', ...parameters], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`soffice ended with ${String(status)}: install libreoffice-calc and libreoffice-writer. ${stderr ?? ''}`);
  return performance.now() - started;
}

function officeVersion(): string {
  return spawnSync('soffice', ['--version'], { encoding: 'utf8' }).stdout.trim().split(' ').slice(0, 2).join(' ');
}

function profileOf(folder: string): string {
  return `-env:UserInstallation=${pathToFileURL(join(folder, 'office-profile')).href}`;
}

// Started, loaded, filtered by the type and stage columns, counted and ended, over the suite's own interface for programs.
const script = `
import subprocess, sys, time, uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField2
from com.sun.star.sheet.FilterOperator2 import EQUAL
suite = subprocess.Popen(['soffice', sys.argv[1], '--headless', '--norestore', '--accept=pipe,name=' + sys.argv[3] + ';urp;'])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
for _ in range(600):
    try:
        context = resolver.resolve('uno:pipe,name=' + sys.argv[3] + ';urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.05)
desktop = context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
hidden = PropertyValue()
hidden.Name, hidden.Value = 'Hidden', True
book = desktop.loadComponentFromURL(sys.argv[2], '_blank', 0, (hidden,))
sheet = book.Sheets.getByIndex(0)
cursor = sheet.createCursor()
cursor.gotoEndOfUsedArea(False)
last = cursor.RangeAddress.EndRow
area = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, last)
def equal(column, text):
    field = TableFilterField2()
    field.Field, field.Operator, field.IsNumeric, field.StringValue = column, EQUAL, False, text
    return field
filter = area.createFilterDescriptor(True)
filter.ContainsHeader = True
filter.setFilterFields2((equal(2, 'lease'), equal(3, 'signed')))
area.filter(filter)
shown = sum(part.EndRow - part.StartRow + 1 for part in area.queryVisibleCells().RangeAddresses) - 1
print('shown', shown, flush=True)
book.close(True)
try:
    desktop.terminate()
except Exception:
    pass
suite.wait(30)
`;

function officeScript(folder: string, workbook: string): { readonly milliseconds: number; readonly output: string } {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', script, profileOf(folder), pathToFileURL(workbook).href, `deedbox-${process.pid}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the office suite could not be asked: install libreoffice-calc and python3-uno. ${stderr ?? ''}`);
  return { milliseconds: performance.now() - started, output: stdout.trim() };
}
