import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { partyIdSchema } from '../parties/model.ts';
import { contractTypeSchema } from '../templates/model.ts';
import { directionSchema, recordKindSchema } from './record.ts';
import { stageSchema } from './stage.ts';

/** What lists are sorted by. `end` is the last day of the running term, `notice` the last one to give notice on; `stage` runs as a contract's life does; `amount` needs the finance compartment. */
export const contractSorts = ['updated', 'number', 'title', 'amount', 'effective', 'end', 'notice', 'stage', 'owner', 'department'] as const;
export const contractSortSchema = z.enum(contractSorts);
export type ContractSort = z.infer<typeof contractSortSchema>;

/** Ready-made questions about dates: ends within 90 days, notice is due within 30, ended and not closed. */
export const dueFilters = ['expiring', 'notice', 'ended'] as const;
export const dueFilterSchema = z.enum(dueFilters);

const few = <Item extends z.ZodType>(item: Item) => z.array(item).max(50).readonly().optional();

/** What a list is narrowed to; what is absent narrows nothing. Amounts are minor units and need the finance compartment. */
export const contractFilterSchema = z
  .object({
    stages: few(stageSchema),
    types: few(contractTypeSchema),
    kinds: few(recordKindSchema),
    directions: few(directionSchema),
    tags: few(z.string().max(40)),
    /** Part of an owner's, of a department's name. */
    ownerName: z.string().max(80).optional(),
    department: z.string().max(80).optional(),
    partyId: partyIdSchema.optional(),
    /** Part of a party's name. */
    partyName: z.string().max(200).optional(),
    parentId: idSchema<'contract'>().optional(),
    endFrom: daySchema.optional(),
    endTo: daySchema.optional(),
    amountFrom: z.int().optional(),
    amountTo: z.int().optional(),
    due: dueFilterSchema.optional(),
    archived: z.enum(['no', 'yes', 'both']).optional(),
  })
  .readonly();
export type ContractFilter = z.infer<typeof contractFilterSchema>;

/** Which contracts, in which order. */
export const contractSelectionSchema = z
  .object({
    search: z.string().max(200),
    filter: contractFilterSchema.optional(),
    sort: contractSortSchema,
    descending: z.boolean().optional(),
  })
  .readonly();
export type ContractSelection = z.infer<typeof contractSelectionSchema>;

/** A page of a selection: the rows after `cursor`, which the page before answered; absent for the first. */
export const contractPageSchema = contractSelectionSchema
  .unwrap()
  .extend({ cursor: z.string().max(600).optional(), limit: z.int().min(1).max(200) })
  .readonly();
export type ContractPage = z.infer<typeof contractPageSchema>;

/** The direction in which a sort usually runs. */
export function isDescendingByDefault(sort: ContractSort): boolean {
  return sort === 'updated' || sort === 'number' || sort === 'amount';
}

/** A selection with a name and the columns that it shows, kept by a person for next time. */
export const savedViewSchema = z
  .object({
    id: idSchema<'view'>(),
    name: z.string().trim().min(1).max(60),
    selection: contractSelectionSchema,
    hiddenColumns: z.array(z.string().max(40)).max(40).readonly(),
  })
  .readonly();
export type SavedView = z.infer<typeof savedViewSchema>;

/** What a list can be written out with. Words for codes come from the interface, whose language the file has. */
export const exportColumns = [
  'number',
  'title',
  'type',
  'stage',
  'status',
  'parties',
  'amount',
  'currency',
  'owner',
  'department',
  'signedOn',
  'effectiveOn',
  'endsOn',
  'noticeDeadlineOn',
  'tags',
] as const;
export const exportColumnSchema = z.enum(exportColumns);
export type ExportColumn = z.infer<typeof exportColumnSchema>;
