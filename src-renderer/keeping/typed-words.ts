import type { KeptDialog, KeptEntries } from '#shared/features/contracts/kept-dialogs.ts';
import type { StringKey } from '../i18n/i18n.ts';

/** Something that was typed, under the name of its field. */
export interface TypedWords {
  readonly label: StringKey;
  readonly text: string;
}

const letter = { subject: 'problems.letter.subject', body: 'problems.letter.body', partyName: 'problems.letter.to', senderName: 'problems.letter.from', sentOn: 'problems.letter.sentOn', trackingNumber: 'problems.letter.tracking' } as const;

/** The fields of each form whose words are worth copying, by where they stand in what is kept: `a.b` within, `a[].b` and `a{}.b` in each. */
const labelsByDialog: Readonly<Record<KeptDialog, Readonly<Record<string, StringKey>>>> = {
  amendment: {
    ...{ effectiveOn: 'amendments.form.effectiveOn', 'sum.inclusive': 'amendments.form.newAmount', 'entries[].text': 'amendments.form.terms' },
    ...{ 'clauses[].reference': 'amendments.form.clauseReference', 'clauses[].before': 'amendments.form.clause.before', 'clauses[].after': 'amendments.form.clause.after' },
    rationale: 'amendments.form.rationale',
  },
  revision: { title: 'contracts.form.titleField', 'values{}': 'contracts.form.typed', 'amounts{}.text': 'contracts.form.amounts' },
  template: { 'bodyZh.content[].content[].text': 'templates.page.zh', 'bodyEn.content[].content[].text': 'templates.page.en' },
  clause: {
    ...{ titleZh: 'clauses.field.titleZh', titleEn: 'clauses.field.titleEn', 'preferred.zh': 'clauses.field.preferredZh', 'preferred.en': 'clauses.field.preferredEn' },
    ...{ 'fallbacks[].wording.zh': 'clauses.field.fallbackZh', 'fallbacks[].wording.en': 'clauses.field.fallbackEn', hardLineZh: 'clauses.field.hardLineZh', hardLineEn: 'clauses.field.hardLineEn' },
    ...{ guidanceZh: 'clauses.field.guidanceZh', guidanceEn: 'clauses.field.guidanceEn' },
  },
  course: { 'title.zh': 'training.edit.name', 'title.en': 'training.edit.name', 'lessons[].body.zh': 'training.edit.body', 'lessons[].body.en': 'training.edit.body', 'bank.zh': 'training.edit.bank', 'bank.en': 'training.edit.bank' },
  improvement: {
    ...{ description: 'improvement.field.description', 'whys[]': 'improvement.section.cause', rootCause: 'improvement.field.rootCause', shortPlan: 'improvement.field.shortPlan', longPlan: 'improvement.field.longPlan' },
    'standards[].text': 'improvement.standard.what',
  },
  improvementReport: { title: 'improvement.report.what', description: 'improvement.report.more' },
  improvementResult: { result: 'improvement.field.result' },
  improvementGoal: { target: 'improvement.goal.target' },
  completion: { 'tasks{}.text': 'reviews.complete.task' },
  party: {
    ...{ 'details.nameZh': 'parties.field.nameZh', 'details.nameEn': 'parties.field.nameEn', 'details.uscc': 'parties.field.uscc', 'details.legalRepresentative': 'parties.field.legalRepresentative' },
    ...{ 'details.registeredAddress': 'parties.field.registeredAddress', 'details.noticeAddress': 'parties.field.noticeAddress', 'details.contactName': 'parties.field.contactName' },
    ...{ 'details.contactPhone': 'parties.field.contactPhone', 'details.contactEmail': 'parties.field.contactEmail', 'details.notes': 'parties.field.notes' },
    ...{ 'bank.bankName': 'parties.field.bankName', 'bank.bankAccount': 'parties.field.bankAccount' },
  },
  recall: { reason: 'approvals.recallReason' },
  finding: { resolution: 'reviews.findings.resolution' },
  voiding: { reason: 'amendments.void.reason' },
  notice: { sentOn: 'contracts.term.notice.sentOn', receivedOn: 'contracts.term.notice.receivedOn', trackingNumber: 'contracts.term.notice.tracking' },
  withdrawal: { reason: 'contracts.term.notice.withdrawReason' },
  stage: { reason: 'contracts.lifecycle.field.reason', basis: 'contracts.lifecycle.field.basis', notice: 'contracts.lifecycle.field.notice', effectiveOn: 'contracts.lifecycle.field.effectiveOn', signedOn: 'contracts.record.field.signedOn' },
  decision: { comment: 'approvals.comment', 'quotes[].quote': 'approvals.quotes.words', 'quotes[].comment': 'approvals.quotes.comment', words: 'approvals.quotes.words', remark: 'approvals.quotes.comment' },
  risk: { title: 'risks.field.title', notes: 'risks.field.notes' },
  letter,
  endingLetter: letter,
  problem: { title: 'problems.name', action: 'problems.action', description: 'problems.description' },
  problemStep: { reason: 'problems.reason' },
  communication: { correspondent: 'problems.log.with', subject: 'problems.log.subject', body: 'problems.log.body' },
  obligation: { title: 'fulfilment.title', criteria: 'fulfilment.criteria', clauseNumber: 'fulfilment.clauseNumber', quote: 'fulfilment.quote' },
  obligationStep: { on: 'fulfilment.moveOn', reason: 'fulfilment.reason' },
  obligationNote: { words: 'fulfilment.note' },
  siteSignature: { name: 'fulfilment.field.receiver' },
  refusal: { reason: 'signing.envelope.reasonLabel' },
  envelopeVoiding: { reason: 'signing.envelope.reasonLabel' },
  waiver: { reason: 'checker.waiveReason' },
  reviewSkip: { reason: 'reviews.start.reason' },
  payment: { share: 'fulfilment.share', 'amount.text': 'fulfilment.amount', condition: 'fulfilment.condition' },
  submission: { note: 'approvals.note' },
  signing: { 'rows[].signer.name': 'signing.start.name', 'rows[].signer.title': 'signing.start.office', 'rows[].signer.partyName': 'signing.start.party' },
  kpis: { 'kpis[].name': 'reviews.kpi.name', 'kpis[].target': 'reviews.kpi.target' },
  checkSheet: { name: 'problems.sheets.name', 'items[].name': 'problems.sheets.item' },
  checkRun: { 'measured[]': 'problems.sheets.run' },
  task: { title: 'problems.tasks.what', dueOn: 'problems.due' },
  deliverable: { name: 'fulfilment.deliverableName', quantity: 'fulfilment.quantity', unit: 'fulfilment.unitLabel', spec: 'fulfilment.spec' },
  tuning: { added: 'checker.rules.addedWords', silenced: 'checker.rules.silencedWords' },
  workingYear: { number: 'calendar.field.year', holidays: 'calendar.field.holidays', workdays: 'calendar.field.workdays' },
  mail: { to: 'signing.package.to', subject: 'signing.package.subject', text: 'signing.package.text' },
  pack: { message: 'exchange.send.message' },
  packReply: { message: 'exchange.send.message' },
  packAnswer: { comment: 'approvals.comment' },
  packStep: { on: 'fulfilment.moveOn', reason: 'fulfilment.reason' },
  packNote: { words: 'fulfilment.note' },
  milestone: { name: 'fulfilment.milestoneName', dueOn: 'fulfilment.due.on', value: 'fulfilment.amount', share: 'fulfilment.share' },
  metric: { name: 'fulfilment.metricName', target: 'fulfilment.target', unit: 'fulfilment.unitLabel', credit: 'fulfilment.amount' },
  flow: { name: 'approvals.flows.name', 'steps[].name': 'approvals.flows.stepName' },
  checklist: { nameZh: 'reviews.checklists.nameZh', nameEn: 'reviews.checklists.nameEn', 'items[].zh': 'reviews.checklists.zh', 'items[].en': 'reviews.checklists.en' },
  law: {
    ...{ nameZh: 'reviews.laws.nameZh', nameEn: 'reviews.laws.nameEn', article: 'reviews.laws.article', citedAs: 'reviews.laws.citedAs', inForceOn: 'reviews.laws.inForceOn' },
    ...{ repealedOn: 'reviews.laws.repealedOn', replacedBy: 'reviews.laws.replacedBy', note: 'reviews.laws.note' },
  },
  warningRule: { name: 'risks.rules.name' },
  rating: { comment: 'training.feedback.comment' },
  comment: { text: 'documentEditor.comment.text' },
  proposals: { 'obligations{}.title': 'fulfilment.title', 'payments{}.text': 'fulfilment.amount' },
  templateStep: { reason: 'templates.step.comment' },
  changeNote: { changeNote: 'templates.step.changeNote' },
  packMerge: {},
  reminderPolicy: { 'texts{}': 'reminders.settings.offsets' },
  reviewPolicy: {},
  moneyLine: { 'sum.text': 'fulfilment.amount', words: 'fulfilment.reference' },
};

/** The words that were typed in a form, in its order; what is empty, or was chosen from a list, is left out. */
export function typedWords(dialog: KeptDialog, entries: KeptEntries['entries']): readonly TypedWords[] {
  return Object.entries(labelsByDialog[dialog]).flatMap(([path, label]) => {
    const texts = textsAt(entries, path.split('.'));
    return texts.length === 0 ? [] : [{ label, text: texts.join('\n') }];
  });
}

function textsAt(value: unknown, [step, ...rest]: readonly string[]): readonly string[] {
  if (step === undefined) return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  const [name = '', isEach] = step.split(/(?=\[\]$|\{\}$)/u);
  const within: unknown = (value as Readonly<Record<string, unknown>>)[name];
  if (isEach === undefined) return textsAt(within, rest);
  return typeof within === 'object' && within !== null ? Object.values(within).flatMap((one: unknown) => textsAt(one, rest)) : [];
}
