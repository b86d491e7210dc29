import { z } from 'zod';
import { command, query } from '../../ipc/contract.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { documentSchema } from '../documents/model.ts';
import { workingCopySchema } from './model.ts';

const ofContract = z.object({ contractId: contractIdSchema });

export const editorOperations = {
  /** The working copy of a contract's text, null when nobody began one. */
  copy: query({
    input: ofContract.readonly(),
    output: z.object({ copy: workingCopySchema, savedAt: z.int(), savedByName: z.string() }).readonly().nullable(),
    errors: [],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  /** Whether there is a working copy, for those who only look at the contract. */
  state: query({
    input: ofContract.readonly(),
    output: z.object({ savedAt: z.int(), savedByName: z.string(), suggestions: z.int(), comments: z.int() }).readonly().nullable(),
    errors: [],
    access: 'contracts.read',
    compartments: ['clauses'],
  }),
  /** Keeps the text as it stands. No version comes of it. */
  keep: command({
    input: ofContract.extend({ copy: workingCopySchema }).readonly(),
    output: z.object({ savedAt: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'SIGNED_IS_FIXED'],
    access: 'contracts.write',
    compartments: ['clauses'],
  }),
  /** Throws the working copy away, suggestions and comments with it; the versions stay. */
  discard: command({
    input: ofContract.readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'contracts.write',
    compartments: ['clauses'],
    changes: ['editor'],
  }),
  /**
   * Saves the text as the newest version; no suggestion may stand open in it. Comments that nobody closed stay, with a
   * working copy begun from the new version. The text of the version before again makes no version.
   */
  save: command({
    input: ofContract
      .extend({ revision: z.int().positive(), bodyZh: documentSchema, bodyEn: documentSchema, label: z.string().trim().max(80), goesOn: workingCopySchema.nullable() })
      .readonly(),
    output: z.object({ versionNumber: z.int(), isNew: z.boolean() }).readonly(),
    errors: ['NOT_FOUND', 'NO_TEXT', 'CHANGED_MEANWHILE', 'SIGNED_IS_FIXED'],
    access: 'contracts.write',
    compartments: ['clauses', 'finance'],
    changes: ['contracts', 'versions', 'editor'],
  }),
} as const;
