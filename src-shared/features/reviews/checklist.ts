import { z } from 'zod';

export const checklistAreas = ['legal', 'execution', 'kpi', 'risk', 'data', 'renewal'] as const;
export const itemKinds = ['yes_no', 'scale', 'number', 'text', 'evidence'] as const;

/** A question of a checklist. Scales run from 1 to 5. */
export const checklistItemSchema = z
  .object({
    key: z.string().trim().min(1).max(60),
    area: z.enum(checklistAreas),
    kind: z.enum(itemKinds),
    zh: z.string().trim().min(1).max(300),
    en: z.string().trim().min(1).max(300),
    /** Failing it fails the review. */
    isCritical: z.boolean(),
    /** Of a scale or a number: what is less, or more, fails. Null: no limit, for a scale 3. */
    atLeast: z.number().nullable(),
    atMost: z.number().nullable(),
  })
  .readonly();
export type ChecklistItem = z.infer<typeof checklistItemSchema>;

export const checklistSchema = z
  .object({
    nameZh: z.string().trim().min(1).max(80),
    nameEn: z.string().trim().min(1).max(80),
    items: z
      .array(checklistItemSchema)
      .min(1)
      .max(80)
      .refine((items) => new Set(items.map(({ key }) => key)).size === items.length)
      .readonly(),
  })
  .readonly();
export type Checklist = z.infer<typeof checklistSchema>;

export const answerSchema = z
  .object({
    choice: z.enum(['yes', 'no']).nullable(),
    number: z.number().nullable(),
    text: z.string().max(4000),
    /** Files of the contract that prove it. */
    fileIds: z.array(z.uuid()).max(20).readonly(),
    isNotApplicable: z.boolean(),
    note: z.string().max(2000),
  })
  .readonly();
export type Answer = z.infer<typeof answerSchema>;

export const noAnswer: Answer = { choice: null, number: null, text: '', fileIds: [], isNotApplicable: false, note: '' };

/** Answers by the key of their question. */
export const answersSchema = z.record(z.string().max(60), answerSchema).readonly();
export type Answers = z.infer<typeof answersSchema>;

export type Outcome = 'open' | 'passed' | 'failed' | 'not_applicable';

/** What an answer says: open while it is missing. */
export function outcomeOf(item: ChecklistItem, answer: Answer = noAnswer): Outcome {
  if (answer.isNotApplicable) return 'not_applicable';
  switch (item.kind) {
    case 'yes_no':
      return answer.choice === null ? 'open' : answer.choice === 'yes' ? 'passed' : 'failed';
    case 'evidence':
      return answer.fileIds.length > 0 ? 'passed' : answer.choice === 'no' ? 'failed' : 'open';
    case 'text':
      return answer.text.trim() === '' ? 'open' : 'passed';
    case 'scale':
      return answer.number === null ? 'open' : answer.number >= (item.atLeast ?? 3) ? 'passed' : 'failed';
    case 'number':
      if (answer.number === null) return 'open';
      return answer.number < (item.atLeast ?? -Infinity) || answer.number > (item.atMost ?? Infinity) ? 'failed' : 'passed';
  }
}
