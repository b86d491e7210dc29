import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';

/** A law, or an article of it, as contracts cite it. */
export const lawSchema = z
  .object({
    id: z.uuid(),
    nameZh: z.string().trim().min(1).max(120),
    nameEn: z.string().trim().max(200),
    /** E.g. 第五百八十五条; empty for the law as a whole. */
    article: z.string().trim().max(80),
    inForceOn: daySchema.nullable(),
    /** From this day on it is no longer law; null: it still is. */
    repealedOn: daySchema.nullable(),
    replacedBy: z.string().trim().max(200),
    /** The short names by which texts cite it, without 中华人民共和国. */
    citedAs: z.array(z.string().trim().min(2).max(80)).max(20).readonly(),
    /** Words before or after a name that make another law of it: 劳动合同法 is not 合同法. */
    notAfter: z.array(z.string().trim().min(1).max(20)).max(10).readonly(),
    notBefore: z.array(z.string().trim().min(1).max(20)).max(10).readonly(),
    note: z.string().trim().max(500),
  })
  .readonly();
export type Law = z.infer<typeof lawSchema>;
