import { z } from 'zod';
import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { idSchema } from '../../kernel/ids.ts';
import { roleSchema } from '../vault/roles.ts';

export const clauseIdSchema = idSchema<'libraryClause'>();
export type LibraryClauseId = z.infer<typeof clauseIdSchema>;

/** The items of Civil Code art. 470 first, in its order, then what commercial contracts usually settle besides. */
export const clauseCategories = [
  'parties',
  'subject',
  'quantity',
  'quality',
  'price',
  'performance',
  'liability',
  'disputes',
  'definitions',
  'payment',
  'acceptance',
  'warranty',
  'confidentiality',
  'intellectualProperty',
  'personalData',
  'forceMajeure',
  'assignment',
  'insurance',
  'antiBribery',
  'notices',
  'termination',
  'renewal',
  'governingLaw',
  'electronicSignature',
  'entireAgreement',
] as const;
export const clauseCategorySchema = z.enum(clauseCategories);
export type ClauseCategory = z.infer<typeof clauseCategorySchema>;

export const clauseRisks = ['low', 'medium', 'high'] as const;

const shown = (maximum: number) =>
  z.string().trim().max(maximum).refine((text) => !hasInvisibleCharacters(text), 'INVISIBLE_CHARACTERS');

/**
 * A wording in both languages. A line is a paragraph; 【…】 is a blank that every contract fills in its own way. One of
 * the two may be empty where the house has no wording in that language.
 */
export const clauseWordingSchema = z.object({ zh: shown(6000), en: shown(8000) }).readonly();

/** A wording that may be accepted instead, and who may do so. */
export const clauseFallbackSchema = z
  .object({ wording: clauseWordingSchema, acceptRole: roleSchema, noteZh: shown(500), noteEn: shown(500) })
  .readonly();
export type ClauseFallback = z.infer<typeof clauseFallbackSchema>;

/** All that the library says of a clause. */
export const clauseContentSchema = z
  .object({
    category: clauseCategorySchema,
    titleZh: shown(100).min(1),
    titleEn: shown(160).min(1),
    risk: z.enum(clauseRisks),
    preferred: clauseWordingSchema,
    /** In the order in which they are offered. */
    fallbacks: z.array(clauseFallbackSchema).max(8).readonly(),
    /** What is never accepted, by nobody. */
    hardLineZh: shown(1000),
    hardLineEn: shown(1500),
    guidanceZh: shown(2000),
    guidanceEn: shown(3000),
    /** Who must agree to words that are in neither the preferred wording nor a fallback. */
    approverRole: roleSchema,
    /** Whether a clause of this category in other words counts as a deviation, even where none is required. */
    isGuarded: z.boolean(),
  })
  .readonly()
  .refine(({ preferred }) => preferred.zh !== '' || preferred.en !== '', { path: ['preferred'], message: 'NO_WORDING' });
export type ClauseContent = z.infer<typeof clauseContentSchema>;

export const libraryClauseSchema = z
  .object({
    id: clauseIdSchema,
    content: clauseContentSchema,
    versionNumber: z.int().positive(),
    changedAt: z.int(),
    changedByName: z.string(),
    /** When it was taken out of use; null: in use. */
    retiredAt: z.int().nullable(),
    revision: z.int().positive(),
  })
  .readonly();
export type LibraryClause = z.infer<typeof libraryClauseSchema>;

/** A state of a clause that was kept. */
export const clauseVersionSchema = z
  .object({ versionNumber: z.int().positive(), content: clauseContentSchema, note: z.string(), changedAt: z.int(), changedByName: z.string() })
  .readonly();
export type ClauseVersion = z.infer<typeof clauseVersionSchema>;

/** How a library clause stands in a contract's text. `own`: a guarded or required matter in words of its own. */
export const deviationStates = ['preferred', 'fallback', 'modified', 'own', 'missing'] as const;

const partSchema = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }).readonly();

/** Where a contract uses a clause of the library, leaves it, or lacks it. */
export const deviationSchema = z
  .object({
    category: clauseCategorySchema,
    /** Null where the category has no clause in use. */
    clauseId: clauseIdSchema.nullable(),
    titleZh: z.string(),
    titleEn: z.string(),
    state: z.enum(deviationStates),
    /** Which fallback, from 1; null otherwise. */
    fallback: z.int().positive().nullable(),
    language: z.enum(['zh', 'en']),
    /** The number and heading of the place, as printed; empty where the contract has none. */
    number: z.string(),
    heading: z.string(),
    /** Who must agree; null: nobody. */
    acceptRole: roleSchema.nullable(),
    /** The library's words against the contract's; empty where they are the same or have nothing in common. */
    redline: z.array(partSchema).readonly(),
  })
  .readonly();
export type Deviation = z.infer<typeof deviationSchema>;
