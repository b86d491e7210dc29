import type { z } from 'zod';
import type { importsOperations } from '#shared/features/imports/ipc.ts';
import { contractMappingSchema, partyMappingSchema, type ContractMapping, type ImportKind, type PartyMapping } from '#shared/features/imports/model.ts';
import { importOptionsSchema, type ImportOptions, type ImportPlan, type SourceView, type TableError } from '#shared/features/imports/plan.ts';
import { suggestContractMapping, suggestPartyMapping } from '#shared/features/imports/suggest-mapping.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import type { TablePreview } from '../../imports/checking/preview-table.ts';
import type { ImportTasks } from '../../workers/import-tasks.ts';
import { sourceKey } from './batch-source.ts';
import { findMapping } from './queries.ts';

export type Preview = z.infer<typeof importsOperations.preview.output>;

export const defaultOptions: ImportOptions = { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null };

/** The head of a file with a mapping for it: the one of the last import of such a file, else a guess. */
export async function previewFile(
  db: () => Readable,
  tasks: ImportTasks,
  { path, kind: wanted, view }: { readonly path: string; readonly kind: ImportKind | null; readonly view: SourceView },
): Promise<Result<Preview, TableError>> {
  const table = await tasks.preview({ path, view });
  if (!table.ok) return table;
  const kind = wanted ?? likelyKind(table.value);
  const kept = rememberedFor(db(), kind, table.value.headings);
  const mapping = kept?.mapping ?? (kind === 'contracts' ? suggestContractMapping : suggestPartyMapping)(table.value.headings);
  return succeed({ ...table.value, kind, mapping, options: kept?.options ?? defaultOptions, isRemembered: kept !== null });
}

/** What is kept of a plan for the next file of its form. */
export function rememberedText({ mapping, options }: ImportPlan): string {
  return JSON.stringify({ mapping, options });
}

function likelyKind({ format, headings }: TablePreview): ImportKind {
  if (format === 'vcard') return 'parties';
  const asContracts = suggestContractMapping(headings);
  const found = Object.keys(asContracts).length;
  const hasContract = asContracts.title !== undefined || asContracts.number !== undefined;
  return hasContract && found >= Object.keys(suggestPartyMapping(headings)).length ? 'contracts' : 'parties';
}

interface Remembered {
  readonly mapping: ContractMapping | PartyMapping;
  readonly options: ImportOptions;
}

/** Null for nothing, and for what an older version kept in another form: guessing is better than failing. */
function rememberedFor(db: Readable, kind: ImportKind, headings: readonly string[]): Remembered | null {
  const text = findMapping(db, sourceKey(kind, headings));
  if (text === undefined) return null;
  const { mapping, options } = JSON.parse(text) as { readonly mapping: unknown; readonly options: unknown };
  const read = (kind === 'contracts' ? contractMappingSchema : partyMappingSchema).safeParse(mapping);
  const readOptions = importOptionsSchema.safeParse(options);
  return read.success && readOptions.success ? { mapping: read.data, options: readOptions.data } : null;
}
