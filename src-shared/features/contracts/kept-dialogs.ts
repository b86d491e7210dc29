import { z } from 'zod';
import { plainText } from '../../kernel/plain-text.ts';
import type { Permission } from '../vault/roles.ts';
import { contractIdSchema } from './model.ts';

/** Forms on a contract that take a while to fill in, and are kept until they are saved or given up. */
export const keptDialogs = ['amendment', 'notice', 'withdrawal', 'stage', 'letter', 'endingLetter', 'problem', 'communication', 'obligation'] as const;
export const keptDialogSchema = z.enum(keptDialogs);
export type KeptDialog = z.infer<typeof keptDialogSchema>;

interface Keeping {
  /** What a person must hold to fill it in at all. */
  readonly access: Permission;
  /** Which of its fields go to another compartment than core: each where it goes once it is saved. */
  readonly clauses?: readonly string[];
  readonly finance?: readonly string[];
}

export const keepingByDialog: Readonly<Record<KeptDialog, Keeping>> = {
  amendment: { access: 'contracts.write', clauses: ['clauses', 'rationale'], finance: ['sum'] },
  notice: { access: 'contracts.write' },
  withdrawal: { access: 'contracts.write' },
  stage: { access: 'contracts.write' },
  letter: { access: 'problems.write', clauses: ['subject', 'body'] },
  endingLetter: { access: 'problems.write', clauses: ['subject', 'body'] },
  problem: { access: 'problems.write', clauses: ['description'] },
  communication: { access: 'problems.write', clauses: ['subject', 'correspondent', 'body'] },
  obligation: { access: 'fulfilment.write', clauses: ['criteria', 'clauseNumber', 'quote'] },
};

/** Which form of a contract it is; `about` tells several of a kind apart: the id of what is changed, the stage that is moved to. */
export const keptDialogOfSchema = z.object({ contractId: contractIdSchema, dialog: keptDialogSchema, about: plainText(80) }).readonly();
export type KeptDialogOf = z.infer<typeof keptDialogOfSchema>;

/** The form, exactly as typed. */
export const keptEntriesSchema = z
  .object({
    /** The revision of what is changed when the form was opened; null for something new. */
    revision: z.int().nullable(),
    entries: z.record(z.string().max(60), z.json()).readonly(),
  })
  .readonly();
export type KeptEntries = z.infer<typeof keptEntriesSchema>;

/** A form that was left unfinished, for the contract's page to offer. */
export const unfinishedDialogSchema = z.object({ dialog: keptDialogSchema, about: z.string(), keptAt: z.int() }).readonly();
export type UnfinishedDialog = z.infer<typeof unfinishedDialogSchema>;
