import { z } from 'zod';
import { command, query } from '../../ipc/contract.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { amendedTermsSchema, amendmentDraftSchema, amendmentIdSchema } from './model.ts';
import { amendmentRefusals } from './rules.ts';

const ofContract = z.object({ contractId: contractIdSchema }).readonly();

export const amendmentsOperations = {
  /** The terms as signed and all amendments, the earliest recorded first. */
  list: query({ input: ofContract, output: amendedTermsSchema, errors: ['NOT_FOUND'], access: 'contracts.read' }),
  /** Records an amendment; from its day on the contract's record says what it says. Needs the compartments that it writes to. */
  record: command({
    input: z.object({ contractId: contractIdSchema, revision: z.int().positive(), draft: amendmentDraftSchema }).readonly(),
    output: amendedTermsSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'DOCUMENT_NOT_FOUND', 'PARTY_NOT_FOUND', 'WITHHELD_AMOUNT', 'WITHHELD_TEXT', ...amendmentRefusals],
    access: 'contracts.write',
    changes: ['amendments', 'contracts'],
  }),
  /** Takes an amendment that was recorded by mistake out of force; it stays in the list with the reason. */
  void: command({
    input: z.object({ contractId: contractIdSchema, amendmentId: amendmentIdSchema, reason: plainText(1000) }).readonly(),
    output: amendedTermsSchema,
    errors: ['NOT_FOUND', 'ALREADY_VOIDED', 'REASON_MISSING', 'WITHHELD_AMOUNT'],
    access: 'contracts.write',
    changes: ['amendments', 'contracts'],
  }),
};
