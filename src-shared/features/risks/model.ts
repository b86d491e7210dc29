import { z } from 'zod';
import { contractIdSchema } from '../contracts/model.ts';
import { partyIdSchema } from '../parties/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { daySchema } from '../../kernel/day.ts';
import { idSchema, type Id } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { plainText } from '../../kernel/plain-text.ts';

export type RiskId = Id<'risk'>;
export const riskIdSchema = idSchema<'risk'>();

export const riskCategories = ['legal', 'breach', 'market', 'credit', 'operational', 'compliance'] as const;
export const riskTreatments = ['avoid', 'reduce', 'transfer', 'accept'] as const;
export const riskStates = ['open', 'treated', 'closed'] as const;

/** Likelihood and impact: 1 the least, 5 the most. */
const grade = z.int().min(1).max(5);

/** A risk as a person enters it. It hangs on a contract, a counterparty, or on neither. */
export const riskDraftSchema = z
  .object({
    category: z.enum(riskCategories),
    title: plainText(200).min(1),
    contractId: contractIdSchema.nullable(),
    partyId: partyIdSchema.nullable(),
    likelihood: grade,
    impact: grade,
    state: z.enum(riskStates),
    treatment: z.enum(riskTreatments),
    ownerId: userIdSchema.nullable(),
    reviewOn: daySchema.nullable(),
    /** What it is about and what is done; may quote the contract, so it is kept with the clauses. Undefined: not touched. */
    notes: plainText(5000).optional(),
  })
  .readonly();
export type RiskDraft = z.infer<typeof riskDraftSchema>;

/** A step of a risk's history: how it was judged from then on. */
export const riskStepSchema = z
  .object({ at: z.int(), byName: z.string(), likelihood: grade, impact: grade, state: z.enum(riskStates), treatment: z.enum(riskTreatments) })
  .readonly();

export const riskSchema = z
  .object({
    ...riskDraftSchema.unwrap().shape,
    title: z.string(),
    id: riskIdSchema,
    revision: z.int(),
    contractNumber: z.string().nullable(),
    contractTitle: z.string().nullable(),
    partyName: z.string().nullable(),
    ownerName: z.string().nullable(),
    notes: orWithheld(z.string()),
    updatedAt: z.int(),
    history: z.array(riskStepSchema).readonly(),
  })
  .readonly();
export type Risk = z.infer<typeof riskSchema>;

/** How grave a cell of the matrix is. */
export type RiskLevel = 'low' | 'medium' | 'high';

/** From which product of likelihood and impact on a place in the matrix is of a level; below them it is low. */
export const levelFrom = { medium: 5, high: 12 } as const;

/** The level of a place in the matrix. */
export function levelOf(likelihood: number, impact: number): RiskLevel {
  const product = likelihood * impact;
  return product >= levelFrom.high ? 'high' : product >= levelFrom.medium ? 'medium' : 'low';
}

/** The parts of a contract's score, in the order of domain.md, rule 12. */
export const scoreParts = ['value', 'findings', 'renewal', 'obligations', 'liability', 'counterparty', 'paper'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** How much each part can weigh at most, and from which score on a contract is of medium or high risk. */
export const scoreWeightsSchema = z
  .object({
    weights: z.record(z.enum(scoreParts), z.int().min(0).max(100)).readonly(),
    /** Upper ends of the bands of value, in hundredths of the contract's own currency, whatever its minor unit; beyond the last the value weighs in full. */
    bandsMinor: z.array(z.int().positive()).length(4).readonly(),
    mediumFrom: z.int().min(1).max(100),
    highFrom: z.int().min(1).max(100),
  })
  .readonly();
export type ScoreWeights = z.infer<typeof scoreWeightsSchema>;

/** The weights of domain.md, rule 12. */
export const defaultWeights: ScoreWeights = {
  weights: { value: 25, findings: 20, renewal: 15, obligations: 15, liability: 10, counterparty: 10, paper: 5 },
  bandsMinor: [100_000_00, 500_000_00, 1_000_000_00, 5_000_000_00],
  mediumFrom: 30,
  highFrom: 60,
};

/** Why a part weighs what it does. `withheld`: the person's keys don't open what it goes by, and it does not count. */
export const scoreReasons = [
  'withheld',
  'noAmount',
  'band',
  'noText',
  'findings',
  'renewalWatched',
  'noRenewal',
  'noOwner',
  'noticeMissed',
  'overdue',
  'capFound',
  'noCap',
  'gradeUnknown',
  'grade',
  'blacklisted',
  'ownPaper',
  'foreignPaper',
] as const;

export const scoreItemSchema = z
  .object({ part: z.enum(scoreParts), points: z.int(), most: z.int(), reason: z.enum(scoreReasons), count: z.int().nullable() })
  .readonly();
export type ScoreItem = z.infer<typeof scoreItemSchema>;

export const contractScoreSchema = z
  .object({ score: z.int(), level: z.enum(['low', 'medium', 'high']), items: z.array(scoreItemSchema).readonly(), isPartial: z.boolean() })
  .readonly();
export type ContractScore = z.infer<typeof contractScoreSchema>;
