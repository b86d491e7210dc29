import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { contractScoreSchema, riskDraftSchema, riskIdSchema, riskSchema, scoreWeightsSchema } from './model.ts';
import { alertIdSchema, alertSchema, dryRunSchema, ruleDraftSchema, triggerSchema, warningRuleIdSchema, warningRuleSchema } from './warnings.ts';

export const risksOperations = {
  list: query({
    input: z.object({ contractId: contractIdSchema.nullable(), withClosed: z.boolean() }).readonly(),
    output: z.array(riskSchema).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  save: command({
    input: z.object({ id: riskIdSchema.nullable(), revision: z.int().nonnegative(), draft: riskDraftSchema }).readonly(),
    output: riskSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHHELD', 'NO_SUCH_MEMBER'],
    access: 'risks.write',
    changes: ['risks', 'reminders'],
  }),
  score: query({ input: z.object({ contractId: contractIdSchema }).readonly(), output: contractScoreSchema, errors: ['NOT_FOUND'], access: 'contracts.read' }),
  /** Contracts by their score, the highest first, from a score on. */
  scores: query({
    input: z.object({ from: z.int().min(0).max(100), limit: z.int().min(1).max(500) }).readonly(),
    output: z.array(z.object({ contractId: contractIdSchema, number: z.string(), title: z.string(), score: z.int(), level: z.enum(['low', 'medium', 'high']) }).readonly()).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  weights: query({ input: nothing, output: scoreWeightsSchema, errors: [], access: 'contracts.read' }),
  saveWeights: command({ input: z.object({ weights: scoreWeightsSchema }).readonly(), output: z.null(), errors: [], access: 'risks.configure', changes: ['risks'] }),
  rules: query({ input: nothing, output: z.array(warningRuleSchema).readonly(), errors: [], access: 'contracts.read' }),
  saveRule: command({
    input: z.object({ id: warningRuleIdSchema.nullable(), revision: z.int().nonnegative(), draft: ruleDraftSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHHELD'],
    access: 'risks.configure',
    changes: ['risks', 'reminders'],
  }),
  /** Adds the shipped rules to a vault that never had a rule, under these names. */
  addShipped: command({
    input: z.object({ names: z.record(z.string().max(40), z.string().trim().min(1).max(80)).readonly() }).readonly(),
    output: z.object({ added: z.int() }).readonly(),
    errors: [],
    access: 'risks.configure',
    changes: ['risks', 'reminders'],
  }),
  removeRule: command({ input: z.object({ id: warningRuleIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'risks.configure', changes: ['risks'] }),
  /** What a trigger would have warned of in the past year. */
  dryRun: query({ input: z.object({ trigger: triggerSchema }).readonly(), output: dryRunSchema, errors: ['WITHHELD'], access: 'contracts.read' }),
  alerts: query({ input: z.object({ open: z.boolean(), limit: z.int().min(1).max(500) }).readonly(), output: z.array(alertSchema).readonly(), errors: [], access: 'contracts.read' }),
  acknowledge: command({ input: z.object({ id: alertIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['risks', 'reminders'] }),
  /** Says whether a warning helped, so that its rule can be mended; null takes that back. */
  judge: command({ input: z.object({ id: alertIdSchema, verdict: z.enum(['useful', 'not_useful']).nullable() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['risks'] }),
};
