import { z } from 'zod';
import { stages } from '#shared/features/contracts/stage.ts';
import { ruleDraftSchema, type RuleDraft } from '#shared/features/risks/warnings.ts';
import type { FieldsOf } from '../../keeping/restore-typed.ts';

const number = z.number();

/** A trigger as it was left, also with a number that is out of bounds: it stays, and is said beside its field. */
const typedTrigger = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text_changed', 'template_retired']) }).readonly(),
  z.object({ kind: z.enum(['notice_near', 'expiry_near', 'approval_late']), days: number }).readonly(),
  z.object({ kind: z.literal('obligations_overdue'), count: number }).readonly(),
  z.object({ kind: z.literal('payment_late'), days: number, amountMinor: number }).readonly(),
  z.object({ kind: z.literal('stage_stays'), stage: z.enum(stages), days: number }).readonly(),
  z.object({ kind: z.literal('grade_fell'), grade: z.enum(['B', 'C', 'D']) }).readonly(),
  z.object({ kind: z.literal('score_reached'), score: number }).readonly(),
]);

/** What is kept of a rule, and may come back: also where it has no name. */
export const ruleFields: FieldsOf<RuleDraft> = { ...ruleDraftSchema.unwrap().shape, name: z.string(), trigger: typedTrigger };
