import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { lawSchema } from '../laws/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { answersSchema, checklistSchema } from './checklist.ts';
import { checklistIdSchema, findingIdSchema, findingStates, followUpSchema, kpiDirections, kpiHistorySchema, kpiSchema, kpiValuesSchema, reviewFindingSchema, reviewIdSchema, reviewLineSchema, reviewResults, reviewSchema } from './model.ts';
import { reviewPolicySchema, valueBandSchema } from './policy.ts';

const languageSchema = z.enum(['zh', 'en']);
const one = z.object({ id: reviewIdSchema }).readonly();
const ofContract = z.object({ contractId: contractIdSchema }).readonly();
const changedContent = { revision: z.int().positive(), answers: answersSchema, kpiValues: kpiValuesSchema, summary: z.string().max(8000) };

/** A checklist as it stands; `version` 0 is the shipped one, which nobody changed. */
export const storedChecklistSchema = z
  .object({ id: checklistIdSchema, version: z.int().min(0), isShipped: z.boolean(), checklist: checklistSchema, changedAt: z.int().nullable(), changedByName: z.string().nullable() })
  .readonly();
export type StoredChecklist = z.infer<typeof storedChecklistSchema>;

export const storedLawSchema = lawSchema.unwrap().extend({ isShipped: z.boolean(), isChanged: z.boolean() }).readonly();
export type StoredLaw = z.infer<typeof storedLawSchema>;

export const reviewReportSchema = z
  .object({ id: z.uuid(), kind: z.enum(['review', 'portfolio']), title: z.string(), period: z.string(), sha256: z.string(), byteLength: z.int(), createdAt: z.int(), createdByName: z.string() })
  .readonly();

/** How many reviews fall to whom in which month (1 to 12) of a year. Without a name: nobody is assigned. */
export const loadSchema = z.object({ reviewerId: userIdSchema.nullable(), reviewerName: z.string().nullable(), months: z.array(z.int()).length(12).readonly(), total: z.int() }).readonly();

const quarterSchema = z.string().regex(/^\d{4}-Q[1-4]$/);

export const reviewsOperations = {
  /** A page of reviews. `due`: those that should be held by now or soon; `done`: the latest first. */
  list: query({
    input: z
      .object({
        show: z.enum(['due', 'overdue', 'planned', 'done']),
        mine: z.boolean(),
        search: z.string().max(100),
        offset: z.int().min(0).max(1_000_000),
        limit: z.int().min(1).max(200),
      })
      .readonly(),
    output: z.object({ reviews: z.array(reviewLineSchema).readonly(), total: z.int(), hasMore: z.boolean() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** The year's reviews by person and month: what is planned, with what was held already. */
  plan: query({
    input: z.object({ year: z.int().min(2000).max(2200) }).readonly(),
    output: z.object({ planned: z.array(loadSchema).readonly(), held: z.array(z.int()).length(12).readonly() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  get: query({ input: one, output: reviewSchema, errors: ['NOT_FOUND'], access: 'contracts.read' }),
  ofContract: query({
    input: ofContract,
    output: z
      .object({ reviews: z.array(reviewLineSchema).readonly(), findings: z.array(reviewFindingSchema).readonly(), kpis: orWithheld(z.array(kpiHistorySchema).readonly()), repealedLaws: orWithheld(z.array(storedLawSchema).readonly()) })
      .readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
  }),
  /** Begins a review with the checklist as it stands now; later changes of the checklist leave this review alone. */
  start: command({ input: one, output: reviewSchema, errors: ['NOT_FOUND', 'REVIEW_CLOSED'], access: 'reviews.do', compartments: ['clauses'], changes: ['reviews'] }),
  save: command({
    input: z.object({ id: reviewIdSchema, ...changedContent }).readonly(),
    output: z.object({ revision: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'REVIEW_CLOSED', 'CHANGED_MEANWHILE', 'UNKNOWN_ITEM'],
    access: 'reviews.do',
    compartments: ['clauses'],
  }),
  /** Closes a review: its result, the tasks that follow, and its report, which is kept encrypted with its hash. */
  complete: command({
    input: z.object({ id: reviewIdSchema, ...changedContent, result: z.enum(reviewResults), followUps: z.array(followUpSchema).max(80).readonly(), language: languageSchema }).readonly(),
    output: reviewSchema,
    errors: ['NOT_FOUND', 'REVIEW_CLOSED', 'CHANGED_MEANWHILE', 'UNKNOWN_ITEM', 'ITEMS_OPEN', 'FOLLOW_UP_MISSING', 'RESULT_TOO_GOOD', 'NO_SUCH_MEMBER'],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews', 'home', 'analytics', 'improvement'],
  }),
  skip: command({
    input: z.object({ id: reviewIdSchema, reason: z.string().trim().max(1000) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'REVIEW_CLOSED', 'REASON_MISSING'],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews', 'home'],
  }),
  assign: command({
    input: z.object({ ids: z.array(reviewIdSchema).min(1).max(500).readonly(), reviewerId: userIdSchema.nullable() }).readonly(),
    output: z.object({ changed: z.int() }).readonly(),
    errors: ['NO_SUCH_MEMBER'],
    access: 'reviews.do',
    changes: ['reviews', 'home'],
  }),
  /** A review beside the calendar's, because somebody asks for it. */
  add: command({
    input: z.object({ contractId: contractIdSchema, dueOn: daySchema }).readonly(),
    output: reviewLineSchema,
    errors: ['NOT_FOUND'],
    access: 'reviews.do',
    changes: ['reviews', 'home'],
  }),
  /** Writes the KPIs of a contract in place of those that the form was begun with (`known`); others are not replaced unseen. */
  saveKpis: command({
    input: z.object({ contractId: contractIdSchema, known: z.array(kpiSchema).max(20).readonly(), kpis: z.array(kpiSchema.unwrap().omit({ id: true }).extend({ id: kpiSchema.unwrap().shape.id.nullable(), direction: z.enum(kpiDirections) }).readonly()).max(20).readonly() }).readonly(),
    output: z.array(kpiHistorySchema).readonly(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews'],
  }),
  findings: query({
    input: z.object({ show: z.enum(['open', 'ended']), mine: z.boolean() }).readonly(),
    output: z.object({ findings: z.array(reviewFindingSchema).readonly(), total: z.int() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  changeFinding: command({
    input: z.object({ id: findingIdSchema, revision: z.int().positive(), state: z.enum(findingStates), ownerId: userIdSchema, dueOn: daySchema, resolution: z.string().trim().max(2000) }).readonly(),
    output: reviewFindingSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NO_SUCH_MOVE', 'REASON_MISSING', 'NO_SUCH_MEMBER'],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews', 'home'],
  }),
  policy: query({
    input: nothing,
    output: z.object({ policy: reviewPolicySchema, bands: orWithheld(z.array(valueBandSchema).readonly()), version: z.int(), waiting: z.int() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** Changes the policy; the dates of all contracts follow. Bands absent: left alone. */
  savePolicy: command({
    input: z.object({ policy: reviewPolicySchema, bands: z.array(valueBandSchema).max(20).readonly().optional(), version: z.int().min(0) }).readonly(),
    output: z.null(),
    errors: ['CHANGED_MEANWHILE', 'NOT_FOUND', 'WITHHELD_AMOUNT'],
    access: 'reviews.configure',
    changes: ['reviews', 'home'],
  }),
  checklists: query({ input: nothing, output: z.array(storedChecklistSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Saves a checklist as its next version. */
  saveChecklist: command({
    input: z.object({ id: checklistIdSchema.nullable(), version: z.int().min(0), checklist: checklistSchema }).readonly(),
    output: storedChecklistSchema,
    errors: ['CHANGED_MEANWHILE', 'NOT_FOUND'],
    access: 'reviews.configure',
    changes: ['reviews'],
  }),
  laws: query({ input: nothing, output: z.array(storedLawSchema).readonly(), errors: [], access: 'contracts.read' }),
  saveLaw: command({
    input: z.object({ law: lawSchema.unwrap().extend({ id: z.uuid().nullable() }).readonly() }).readonly(),
    output: storedLawSchema,
    errors: ['NOT_FOUND', 'END_BEFORE_START'],
    access: 'reviews.configure',
    changes: ['reviews'],
  }),
  /** Takes an own law from the register; a shipped one goes back to what was shipped. */
  removeLaw: command({ input: z.object({ id: z.uuid() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'reviews.configure', changes: ['reviews'] }),
  /** The contracts in force whose text cites a law, at most two hundred. */
  citing: query({
    input: z.object({ lawId: z.uuid() }).readonly(),
    output: z.object({ contracts: z.array(z.object({ id: contractIdSchema, number: z.string(), title: z.string() }).readonly()).readonly(), hasMore: z.boolean(), notRead: z.int() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  /** Plans a review of every contract in force that cites a law that is no longer one; gives how many are new. */
  planForLaw: command({
    input: z.object({ lawId: z.uuid() }).readonly(),
    output: z.object({ planned: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'LAW_IN_FORCE'],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews', 'home'],
  }),
  /** Plans reviews because the checker's rules changed: of contracts on a monthly rhythm, or of all in force. */
  planForRules: command({
    input: z.object({ scope: z.enum(['monthly', 'all']) }).readonly(),
    output: z.object({ planned: z.int() }).readonly(),
    errors: [],
    access: 'reviews.do',
    changes: ['reviews', 'home'],
  }),
  reports: query({ input: nothing, output: z.array(reviewReportSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Writes the report of a review where the person picks, after holding its bytes against its hash; null when cancelled. */
  saveReport: command({
    input: z.object({ reviewId: reviewIdSchema.optional(), reportId: z.uuid().optional() }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING', 'DAMAGED_FILE'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'review', named: 'reviewId' },
  }),
  /** The bytes of a report as base64, for the window to show. */
  report: query({
    input: z.object({ reviewId: reviewIdSchema.optional(), reportId: z.uuid().optional() }).readonly(),
    output: z.object({ title: z.string(), base64: z.string() }).readonly(),
    errors: ['NOT_FOUND', 'DAMAGED_FILE'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'review', named: 'reviewId' },
  }),
  /** Makes and keeps the report of a quarter over all contracts. */
  portfolioReport: command({
    input: z.object({ quarter: quarterSchema, language: languageSchema }).readonly(),
    output: reviewReportSchema,
    errors: [],
    access: 'reviews.do',
    compartments: ['clauses'],
    changes: ['reviews'],
  }),
} as const;
