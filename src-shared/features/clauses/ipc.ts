import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { clauseContentSchema, clauseIdSchema, clauseVersionSchema, deviationSchema, libraryClauseSchema } from './model.ts';
import { requirementSchema } from './requirements.ts';

const text = ['clauses'] as const;
/** Which approvals a contract needs, and what a template lacks, follow from the library. */
const changes = ['clauses', 'approvals', 'templates'] as const;
const note = z.string().trim().max(300);

export const clausesOperations = {
  /** The whole library, those out of use too, by category. */
  list: query({ input: nothing, output: z.array(libraryClauseSchema).readonly(), errors: [], access: 'templates.read', compartments: text }),
  versions: query({ input: z.object({ id: clauseIdSchema }).readonly(), output: z.array(clauseVersionSchema).readonly(), errors: ['NOT_FOUND'], access: 'templates.read', compartments: text }),
  /** Adds a clause, or saves the next version of one. The same content again makes no new version. */
  save: command({
    input: z.object({ id: clauseIdSchema.nullable(), revision: z.int().nonnegative(), content: clauseContentSchema, note }).readonly(),
    output: libraryClauseSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    access: 'clauses.write',
    compartments: text,
    changes,
  }),
  /** Takes a clause out of use, or back into it. */
  retire: command({
    input: z.object({ id: clauseIdSchema, revision: z.int().positive(), isRetired: z.boolean() }).readonly(),
    output: libraryClauseSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    access: 'clauses.write',
    compartments: text,
    changes,
  }),
  requirements: query({ input: nothing, output: z.array(requirementSchema).readonly(), errors: [], access: 'templates.read' }),
  saveRequirement: command({ input: requirementSchema, output: z.null(), errors: [], access: 'clauses.write', changes }),
  /** Where a contract uses, leaves or lacks the library's clauses. */
  deviations: query({
    input: z.object({ contractId: contractIdSchema }).readonly(),
    output: z.array(deviationSchema).readonly(),
    errors: ['NOT_FOUND', 'NO_TEXT'],
    access: 'contracts.read',
    compartments: text,
  }),
} as const;
