import { z } from 'zod';
import { plainText } from '../../kernel/plain-text.ts';
import type { Compartment } from '../vault/compartments.ts';
import type { Permission } from '../vault/roles.ts';
import { distances, moveRefusals } from './lifecycle.ts';
import { contractIdSchema } from './model.ts';

/** Forms that take a while to fill in, and are kept until they are saved or given up. */
export const keptDialogs = [
  ...(['revision', 'amendment', 'voiding', 'notice', 'withdrawal', 'stage', 'decision', 'risk'] as const),
  ...(['template', 'clause', 'course', 'improvement', 'completion', 'finding', 'party', 'recall'] as const),
  ...(['letter', 'endingLetter', 'problem', 'problemStep', 'communication', 'obligation', 'payment', 'moneyLine'] as const),
  ...(['obligationStep', 'obligationNote', 'siteSignature', 'milestone', 'metric'] as const),
  ...(['refusal', 'envelopeVoiding', 'waiver', 'reviewSkip'] as const),
  ...(['improvementReport', 'improvementResult', 'improvementGoal'] as const),
  ...(['mail', 'pack', 'packReply', 'packAnswer', 'packStep', 'packNote'] as const),
  ...(['submission', 'signing', 'kpis', 'checkSheet', 'deliverable'] as const),
  ...(['task', 'checkRun', 'rating', 'comment', 'proposals'] as const),
  ...(['tuning', 'workingYear', 'flow', 'checklist', 'law', 'warningRule', 'templateStep', 'changeNote', 'packMerge', 'reminderPolicy', 'reviewPolicy'] as const),
] as const;
export const keptDialogSchema = z.enum(keptDialogs);
export type KeptDialog = z.infer<typeof keptDialogSchema>;

interface Keeping {
  /** What a person must hold to fill it in at all. */
  readonly access: Permission;
  /** The key without which there is nothing of it to fill in. */
  readonly key?: Compartment;
  /** Which of its fields go to another compartment than core: each where it goes once it is saved. */
  readonly clauses?: readonly string[];
  readonly finance?: readonly string[];
}

export const keepingByDialog: Readonly<Record<KeptDialog, Keeping>> = {
  revision: { access: 'contracts.write', key: 'clauses', clauses: ['language', 'title', 'values'], finance: ['amounts'] },
  amendment: { access: 'contracts.write', clauses: ['clauses', 'rationale'], finance: ['sum'] },
  voiding: { access: 'contracts.write' },
  notice: { access: 'contracts.write' },
  withdrawal: { access: 'contracts.write' },
  stage: { access: 'contracts.write' },
  decision: { access: 'approvals.decide', clauses: ['quotes', 'words', 'remark'] },
  risk: { access: 'risks.write', clauses: ['notes'] },
  template: { access: 'templates.write', key: 'clauses', clauses: ['contractType', 'titleZh', 'titleEn', 'summaryZh', 'summaryEn', 'bodyZh', 'bodyEn', 'variables', 'defaults'] },
  clause: { access: 'clauses.write', key: 'clauses', clauses: ['titleZh', 'titleEn', 'preferred', 'fallbacks', 'hardLineZh', 'hardLineEn', 'guidanceZh', 'guidanceEn', 'note'] },
  course: { access: 'training.edit' },
  improvement: { access: 'improvement.manage' },
  improvementReport: { access: 'contracts.read' },
  improvementResult: { access: 'improvement.manage' },
  improvementGoal: { access: 'improvement.manage' },
  completion: { access: 'reviews.do', key: 'clauses', clauses: ['tasks'] },
  finding: { access: 'reviews.do', key: 'clauses', clauses: ['resolution'] },
  party: { access: 'parties.write', finance: ['bank'] },
  recall: { access: 'contracts.write' },
  letter: { access: 'problems.write', clauses: ['subject', 'body'] },
  endingLetter: { access: 'problems.write', key: 'clauses', clauses: ['subject', 'body'] },
  problem: { access: 'problems.write', clauses: ['description'] },
  problemStep: { access: 'problems.write' },
  communication: { access: 'problems.write', key: 'clauses', clauses: ['subject', 'correspondent', 'body'] },
  obligation: { access: 'fulfilment.write', clauses: ['criteria', 'clauseNumber', 'quote'] },
  obligationStep: { access: 'fulfilment.tick' },
  obligationNote: { access: 'fulfilment.tick' },
  siteSignature: { access: 'fulfilment.tick', key: 'clauses', clauses: ['name', 'strokes', 'width'] },
  refusal: { access: 'signing.sign', key: 'clauses', clauses: ['reason'] },
  envelopeVoiding: { access: 'signing.sign', key: 'clauses', clauses: ['reason'] },
  waiver: { access: 'contracts.write', key: 'clauses', clauses: ['reason'] },
  reviewSkip: { access: 'reviews.do', key: 'clauses', clauses: ['reason'] },
  payment: { access: 'payments.write', key: 'finance', finance: ['share', 'amount', 'condition'] },
  moneyLine: { access: 'payments.write', key: 'finance', finance: ['sum', 'on', 'words'] },
  submission: { access: 'contracts.write' },
  signing: { access: 'signing.sign', key: 'clauses' },
  kpis: { access: 'reviews.do', key: 'clauses', clauses: ['kpis', 'known'] },
  checkSheet: { access: 'problems.write' },
  checkRun: { access: 'problems.write' },
  task: { access: 'problems.write' },
  deliverable: { access: 'fulfilment.write', clauses: ['spec'] },
  tuning: { access: 'checker.tune' },
  workingYear: { access: 'contracts.write' },
  mail: { access: 'contracts.read', key: 'clauses', clauses: ['to', 'subject', 'text'] },
  pack: { access: 'exchange.send', clauses: ['message'] },
  packReply: { access: 'exchange.use', key: 'clauses', clauses: ['message'] },
  packAnswer: { access: 'exchange.use', key: 'clauses', clauses: ['comment'] },
  packStep: { access: 'exchange.use', key: 'clauses', clauses: ['reason'] },
  packNote: { access: 'exchange.use', key: 'clauses', clauses: ['words'] },
  milestone: { access: 'fulfilment.write', finance: ['value', 'share'] },
  metric: { access: 'fulfilment.write', finance: ['credit'] },
  flow: { access: 'approvals.configure' },
  checklist: { access: 'reviews.configure' },
  law: { access: 'reviews.configure' },
  warningRule: { access: 'risks.configure' },
  rating: { access: 'vault.use' },
  proposals: { access: 'fulfilment.write', key: 'clauses', clauses: ['obligations'], finance: ['payments'] },
  comment: { access: 'contracts.write', key: 'clauses', clauses: ['text'] },
  templateStep: { access: 'templates.publish', key: 'clauses', clauses: ['reason'] },
  changeNote: { access: 'templates.write', key: 'clauses', clauses: ['changeNote'] },
  packMerge: { access: 'exchange.send', key: 'clauses' },
  reminderPolicy: { access: 'reminders.configure' },
  reviewPolicy: { access: 'reviews.configure', finance: ['bands'] },
};

/**
 * Which form it is, and the contract that it is on; null: on none. `about` tells several of a kind apart: the id of what is
 * changed, the stage that is moved to.
 */
export const keptDialogOfSchema = z.object({ contractId: contractIdSchema.nullable(), dialog: keptDialogSchema, about: plainText(120) }).readonly();
export type KeptDialogOf = z.infer<typeof keptDialogOfSchema>;

/** What a step of a contract's stage is about that corrects how its termination was recorded: 'terminated' is the step that records it. */
export const aboutCorrection = 'terminated correction';

/** The form, exactly as typed. */
export const keptEntriesSchema = z
  .object({
    /** The revision of what is changed when the form was opened; null for something new. */
    revision: z.int().nullable(),
    entries: z.record(z.string().max(60), z.json()).readonly(),
  })
  .readonly();
export type KeptEntries = z.infer<typeof keptEntriesSchema>;

/** Why a form that was left unfinished leads nowhere as things stand; what hinders a move of stage says it in its own words. */
export const keptObstacleSchema = z.union([z.enum(['NO_PERMISSION', 'GONE', 'CLOSED', 'TAKEN_BACK', 'VOIDED', 'MOVED_ON', 'DECIDED']), z.enum(moveRefusals), z.enum(distances)]);
export type KeptObstacle = z.infer<typeof keptObstacleSchema>;

/** A form that was left unfinished, to be offered again; with what hinders it, its words can still be copied. */
export const unfinishedDialogSchema = z.object({ dialog: keptDialogSchema, about: z.string(), keptAt: z.int(), obstacle: keptObstacleSchema.nullable() }).readonly();
export type UnfinishedDialog = z.infer<typeof unfinishedDialogSchema>;
