import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { documentSchema } from '../documents/model.ts';
import { variableSchema } from '../documents/variables.ts';
import { userIdSchema } from '../vault/model.ts';
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
export type TemplateStatus = z.infer<typeof templateStatusSchema>;

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

export const templateGroupIdSchema = idSchema<'templateGroup'>();
export type TemplateGroupId = z.infer<typeof templateGroupIdSchema>;

/** Who keeps some templates. With nobody named, everybody who may write templates does. */
export const templateGroupSchema = z
  .object({ id: templateGroupIdSchema, name: z.string(), maintainerIds: z.array(userIdSchema).max(100).readonly() })
  .readonly();
export type TemplateGroup = z.infer<typeof templateGroupSchema>;

/** A version as those who keep templates see it. */
export const versionRecordSchema = z
  .object({
    summary: templateSummarySchema,
    basedOnId: templateVersionIdSchema.nullable(),
    /** Null: it was shipped. */
    authorId: userIdSchema.nullable(),
    authorName: z.string(),
    changedAt: z.int().nullable(),
    submittedById: userIdSchema.nullable(),
    submittedByName: z.string(),
    submittedAt: z.int().nullable(),
    publishedByName: z.string(),
    revision: z.int().positive(),
  })
  .readonly();
export type VersionRecord = z.infer<typeof versionRecordSchema>;

/** A template with its versions, the latest first. */
export const templateRecordSchema = z
  .object({
    id: templateIdSchema,
    contractType: contractTypeSchema,
    groupId: templateGroupIdSchema.nullable(),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string(),
    nextReviewOn: daySchema.nullable(),
    reviewedAt: z.int().nullable(),
    revision: z.int().positive(),
    /** Whether whoever asks may edit it. */
    isMaintained: z.boolean(),
    versions: z.array(versionRecordSchema).readonly(),
  })
  .readonly();
export type TemplateRecord = z.infer<typeof templateRecordSchema>;

/** What people said of a version: what changed, why it was sent back, why it was published alone. */
export const versionNotesSchema = z.object({ changeNote: z.string(), reviewComment: z.string(), publishReason: z.string() }).readonly();
export type VersionNotes = z.infer<typeof versionNotesSchema>;
