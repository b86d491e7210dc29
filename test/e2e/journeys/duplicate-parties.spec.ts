import { expect, test } from '@playwright/test';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { PartyDetails, PartyId } from '#shared/features/parties/model.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The same company stands twice after a CRM's file was taken over: told apart, merged with what moves said before, found by
// both names, taken back, and merged once more from its page; then the same in English.

const words = wordsIn('zh-CN');
const english = wordsIn('en');
let app: RunningApp;
let contractId: string;
let ids: { readonly kept: PartyId; readonly merged: PartyId };

const keptName = '青岛远航海洋工程装备有限公司';
const mergedName = '青岛远航海洋工程装备公司';
const nothingGiven = { kind: 'company', nameZh: '', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' };

const enter = async (details: Partial<PartyDetails>, bank = { bankName: '', bankAccount: '' }): Promise<PartyId> =>
  (await ask(app, 'parties.create', { details: { ...nothingGiven, ...details }, bank })).id;

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'zh-CN' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  ids = {
    kept: await enter({ nameZh: keptName, nameEn: 'Qingdao Yuanhang Offshore', legalRepresentative: '周样本', registeredAddress: '青岛市黄岛区示例路 1 号' }),
    merged: await enter({ nameZh: mergedName, uscc: '91440300708461136T', legalRepresentative: '吴样本', contactName: '郑样本', contactPhone: '0532 0000 0000' }, { bankName: '示例银行青岛分行', bankAccount: '6222 0000 1111' }),
  };
  const parties = [{ partyId: ids.merged, role: 'party_b', signatory: '' }];
  const record = {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties, signedOn: '2026-09-01', effectiveOn: null, expiresOn: '2027-08-31' },
    ...{ renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [], details: recordDetailsSchema.parse({}) },
  };
  contractId = (await ask(app, 'contracts.register', { title: '锚链采购', contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount: null })).summary.id;
});
test.afterAll(() => app.close());

const button = (name: string, scope = app.page.locator('body')) => scope.getByRole('button', { name, exact: true });
const group = () => app.page.getByRole('list', { name: words('parties.duplicates.group', { name: mergedName }) });
const dialog = () => app.page.getByRole('dialog', { name: words('parties.merge.title') });
const choice = (side: string, value: string) => dialog().getByRole('radio', { name: words('parties.merge.choice', { side: words(`parties.merge.side.${side}`), value }) });
const undoInToast = () => app.page.getByRole('button', { name: words('parties.merge.undo'), exact: true }).last();

async function openDuplicates(): Promise<void> {
  await goTo(app.page, '/parties');
  await app.page.getByRole('link', { name: words('parties.duplicates.open') }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(words('parties.duplicates.title'));
}

test('records of a similar name stand in a group; said not to be one they leave it, and come back by undo', async () => {
  await openDuplicates();
  await expect(app.page.getByText(words('parties.duplicates.reason.near'))).toBeVisible();
  await expect(group().getByRole('listitem')).toHaveCount(2);
  await shoot(app, 'party-duplicates');
  await button(words('parties.duplicates.distinctOne', { name: keptName }), group()).click();
  await expect(group()).toHaveCount(0);
  await expect(app.page.getByRole('heading', { name: words('parties.duplicates.distinctTitle') })).toBeVisible();
  await button(words('parties.duplicates.undo')).click();
  await expect(group().getByRole('listitem')).toHaveCount(2);
});

test('the dialog shows both records field by field, says what moves and what stays, and makes one of two', async () => {
  // The one with the contract would stay; the manager keeps the one with the full name.
  await group().getByRole('radio', { name: words('parties.duplicates.keepOne', { name: keptName }) }).check();
  await app.page.getByRole('button', { name: words('parties.duplicates.mergeOne', { name: mergedName }) }).click();
  await expect(dialog()).toContainText(words('parties.merge.lead', { merged: mergedName, kept: keptName }));
  await expect(dialog()).toContainText(words('parties.merge.staysText'));
  await expect(dialog()).toContainText(words('parties.merge.contracts_other', { count: '1' }));
  // Its own values are chosen, and what is empty comes from the other.
  await expect(choice('kept', keptName)).toBeChecked();
  await expect(choice('kept', '周样本')).toBeChecked();
  await expect(choice('merged', '91440300708461136T')).toBeChecked();
  await expect(choice('merged', '示例银行青岛分行\n6222 0000 1111')).toBeChecked();
  await choice('merged', '吴样本').check();
  await shoot(app, 'party-merge');
  await button(words('parties.merge.confirm'), dialog()).click();
  await expect(app.page.getByText(words('parties.merge.done', { merged: mergedName, kept: keptName }))).toBeVisible();
  await expect(dialog()).toHaveCount(0);
  await expect(app.page.getByText(words('parties.duplicates.none.title'))).toBeVisible();
  expect(await ask(app, 'parties.get', { id: ids.kept })).toMatchObject({ nameZh: keptName, uscc: '91440300708461136T', legalRepresentative: '吴样本', contactName: '郑样本', bank: { bankAccount: '6222 0000 1111' } });
});

test('the contract names the record that stayed, tells of the merge, and is found by both names', async () => {
  await goTo(app.page, `/contracts/${contractId}`);
  const main = app.page.getByRole('main');
  await expect(main.getByRole('link', { name: keptName, exact: true })).toBeVisible();
  await expect(main.getByText(words('parties.merge.contractLine', { merged: mergedName, kept: keptName }))).toBeVisible();
  await shoot(app, 'contract-after-merge');
  for (const text of [keptName, mergedName]) {
    expect((await ask(app, 'contracts.search', { text, limit: 5 })).hits.map(({ contract }) => contract.title), text).toEqual(['锚链采购']);
  }
  await goTo(app.page, '/parties');
  await app.page.getByRole('searchbox', { name: words('parties.searchLabel') }).fill(mergedName);
  const rows = app.page.getByRole('grid', { name: words('parties.gridLabel') }).locator('a[href*="/parties/"]');
  await expect(rows).toHaveCount(1);
  await expect(rows).toHaveText(keptName);
  await app.page.getByRole('searchbox', { name: words('parties.searchLabel') }).fill('');
});

test('the record that gave way says where it went, and the one that stayed takes the merge back', async () => {
  await goTo(app.page, `/parties/${ids.merged}`);
  await expect(app.page.getByText(words('parties.merge.intoTitle'))).toBeVisible();
  await expect(button(words('parties.archive'))).toHaveCount(0);
  await app.page.getByRole('main').getByRole('link', { name: keptName }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(keptName);
  await shoot(app, 'party-merged-from');
  await app.page.getByRole('button', { name: words('parties.merge.undoOne', { name: mergedName }) }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: words('parties.merge.askUndo.confirm') }).click();
  await expect(app.page.getByText(words('parties.merge.undone', { merged: mergedName }))).toBeVisible();
  await goTo(app.page, `/contracts/${contractId}`);
  await expect(app.page.getByRole('main').getByRole('link', { name: mergedName, exact: true })).toBeVisible();
});

test('from its page a record is merged with another that is looked for, and at once taken back', async () => {
  await goTo(app.page, `/parties/${ids.kept}`);
  await button(words('parties.merge.open')).click();
  const picker = app.page.getByRole('dialog', { name: words('parties.merge.pickTitle') });
  await picker.getByRole('combobox').click();
  await app.page.getByRole('option').filter({ hasText: mergedName }).click();
  await button(words('parties.merge.next'), picker).click();
  await button(words('parties.merge.swap'), dialog()).click();
  await expect(dialog()).toContainText(words('parties.merge.lead', { merged: keptName, kept: mergedName }));
  await button(words('parties.merge.confirm'), dialog()).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(mergedName);
  await undoInToast().click();
  await expect(app.page.getByText(words('parties.merge.undone', { merged: keptName }))).toBeVisible();
});

test('two sides of one contract are not merged, and the dialog says so in English', async () => {
  const record = (await ask(app, 'contracts.get', { id: contractId })).record;
  const opposed = { ...record, parties: [{ partyId: ids.kept, role: 'party_a', signatory: '' }, { partyId: ids.merged, role: 'party_b', signatory: '' }] };
  const { summary } = await ask(app, 'contracts.register', { title: 'Chain supply', contractType: 'purchase', language: 'en', stage: 'signed', number: '', record: opposed, amount: null });
  await app.setSettings({ language: 'en' });
  await goTo(app.page, '/parties/duplicates');
  await app.page.getByRole('button', { name: /^Merge “/ }).click();
  const question = app.page.getByRole('dialog', { name: english('parties.merge.title') });
  await expect(question.getByRole('alert')).toContainText(`${summary.number} Chain supply · ${english('parties.merge.opposedRoles')}`);
  await expect(question.getByRole('button', { name: english('parties.merge.confirm'), exact: true })).toBeDisabled();
  await expect(question).toContainText(english('parties.merge.staysText'));
  await shoot(app, 'party-merge-hindered');
  expect(app.log).toEqual([]);
});
