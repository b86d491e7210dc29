import { z } from 'zod';
import { nothing, query } from '../../ipc/contract.ts';
import { templateSchema, templateSummarySchema, templateVersionIdSchema } from './model.ts';

export const templatesOperations = {
  list: query({
    input: nothing,
    output: z.array(templateSummarySchema).readonly(),
    errors: [],
    access: 'templates.read',
  }),
  get: query({
    input: z.object({ versionId: templateVersionIdSchema }).readonly(),
    output: templateSchema,
    errors: ['NOT_FOUND'],
    access: 'templates.read',
    compartments: ['clauses'],
  }),
} as const;
