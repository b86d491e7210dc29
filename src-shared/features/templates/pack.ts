import { z } from 'zod';
import { pickIdSchema } from '../vault/model.ts';
import { contractTypeSchema, templateContentSchema, type TemplateContent } from './model.ts';

/** A file of templates that its maker signed. The signature is over the canonical JSON of everything but itself. */
export const packSchema = z
  .object({
    format: z.literal('deedbox-template-pack'),
    version: z.literal(1),
    /** Epoch milliseconds on the maker's laptop. */
    createdAt: z.int(),
    certificatePem: z.string().max(20_000),
    templates: z.array(templateContentSchema).min(1).max(100).readonly(),
    /** Base64. */
    signature: z.string().max(4000),
  })
  .readonly();
export type TemplatePack = z.infer<typeof packSchema>;

/** What a pack holds and who signed it, before anything is taken over. */
export const packPreviewSchema = z
  .object({
    pickId: pickIdSchema,
    fileName: z.string(),
    createdAt: z.int(),
    signer: z.string(),
    /** SHA-256 of the certificate, to be compared by another channel. */
    fingerprint: z.string(),
    templates: z.array(z.object({ titleZh: z.string(), titleEn: z.string(), contractType: contractTypeSchema, variables: z.int() }).readonly()).readonly(),
  })
  .readonly();

/** A template as it may leave the vault: an approval flow is one of the vault's own. */
export function portable(content: TemplateContent): TemplateContent {
  return { ...content, defaults: { ...content.defaults, approvalFlowId: null } };
}
