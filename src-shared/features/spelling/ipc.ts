import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { ownWordSchema } from './model.ts';

const wordsSchema = z.array(z.string()).readonly();
const ofContract = z.object({ contractId: contractIdSchema });
// Words come out of contracts: they lie with the texts, and who may not change those has no need of any.
const kept = { access: 'contracts.write', compartments: ['clauses'], changes: ['spelling'] } as const;

export const spellingOperations = {
  /** Whether the person wants spelling checked, and the words of their own, in the order of the alphabet. */
  own: query({ input: nothing, output: z.object({ isOn: z.boolean(), words: wordsSchema }).readonly(), errors: [], access: 'contracts.read', compartments: ['clauses'] }),
  /** The words that are let pass in one contract, whoever reads it. */
  ignored: query({ input: ofContract.readonly(), output: wordsSchema, errors: [], access: 'contracts.read', compartments: ['clauses'] }),
  switch: command({ input: z.object({ isOn: z.boolean() }).readonly(), output: z.null(), errors: [], ...kept }),
  /** Adds a word to the person's own; one that is there already stays as it is. */
  addWord: command({ input: z.object({ word: ownWordSchema }).readonly(), output: z.null(), errors: ['TOO_MANY_WORDS'], ...kept }),
  removeWord: command({ input: z.object({ word: z.string().max(60) }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...kept }),
  ignoreWord: command({ input: ofContract.extend({ word: ownWordSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'TOO_MANY_WORDS'], ...kept }),
  /** Has a word marked again that was let pass in a contract. */
  heedWord: command({ input: ofContract.extend({ word: z.string().max(60) }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...kept }),
} as const;
