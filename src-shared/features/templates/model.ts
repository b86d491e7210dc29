import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { documentSchema } from '../documents/model.ts';
import { variableSchema } from '../documents/variables.ts';
import { noDefaults, templateDefaultsSchema } from './defaults.ts';

export type TemplateId = z.infer<typeof templateIdSchema>;
export const templateIdSchema = idSchema<'template'>();

export type TemplateVersionId = z.infer<typeof templateVersionIdSchema>;
export const templateVersionIdSchema = idSchema<'templateVersion'>();

/** The types of contract that the house tells apart; not every one has a template. */
export const contractTypes = [
  'sales',
  'purchase',
  'framework',
  'services',
  'software',
  'saas',
  'lease',
  'agency',
  'construction',
  'nda',
  'consultancy',
  'supplementary',
  'other',
] as const;
export const contractTypeSchema = z.enum(contractTypes);
export type ContractType = z.infer<typeof contractTypeSchema>;

/** draft -> in_review -> published -> superseded -> retired (domain.md, "Other machines"). */
export const templateStatusSchema = z.enum(['draft', 'in_review', 'published', 'superseded', 'retired']);

/** What a template says: both languages, with the same variables and parallel clauses. */
export const templateContentSchema = z
  .object({
    contractType: contractTypeSchema,
    titleZh: z.string().min(1).max(200),
    titleEn: z.string().min(1).max(200),
    summaryZh: z.string().max(500),
    summaryEn: z.string().max(500),
    bodyZh: documentSchema,
    bodyEn: documentSchema,
    variables: z.array(variableSchema).max(200).readonly(),
    /** Versions that were kept before there were any have none. */
    defaults: templateDefaultsSchema.default(noDefaults),
  })
  .readonly();
export type TemplateContent = z.infer<typeof templateContentSchema>;

export const templateSummarySchema = z
  .object({
    id: templateIdSchema,
    versionId: templateVersionIdSchema,
    versionNumber: z.int().positive(),
    status: templateStatusSchema,
    contractType: contractTypeSchema,
    titleZh: z.string(),
    titleEn: z.string(),
    summaryZh: z.string(),
    summaryEn: z.string(),
    publishedAt: z.int().nullable(),
  })
  .readonly();
export type TemplateSummary = z.infer<typeof templateSummarySchema>;

export const templateSchema = z
  .object({ summary: templateSummarySchema, content: templateContentSchema })
  .readonly();
export type Template = z.infer<typeof templateSchema>;
