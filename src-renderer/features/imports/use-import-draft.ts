import { useState } from 'react';
import type { ImportField, ImportKind } from '#shared/features/imports/model.ts';
import type { ImportOptions, ImportPlan, SourceView } from '#shared/features/imports/plan.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';

export type Preview = OutputOf<'imports.preview'>;
export type Mapping = Readonly<Partial<Record<ImportField, string>>>;

export interface ImportDraft {
  readonly pickId: PickId;
  readonly fileName: string;
  readonly preview: Preview | undefined;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** Null until the file's head was read and every required field has a column. */
  readonly plan: ImportPlan | null;
}

interface Chosen {
  readonly pickId: PickId;
  readonly fileName: string;
  readonly kind: ImportKind | null;
  readonly view: SourceView;
  /** Null: as main suggests. */
  readonly mapping: Mapping | null;
  readonly options: ImportOptions | null;
}

const anyView: SourceView = { sheet: null, encoding: null };
const plainOptions: ImportOptions = { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null };

/** The file that is being imported and what is to become of its columns, as far as the person has come. */
export function useImportDraft() {
  const picking = useCommand('imports.pickFile');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const preview = useOperation(
    'imports.preview',
    { pickId: chosen?.pickId ?? ('' as PickId), kind: chosen?.kind ?? null, view: chosen?.view ?? anyView },
    { enabled: chosen !== null },
  );
  const change = (changed: Partial<Chosen>): void => setChosen((present) => (present === null ? null : { ...present, ...changed }));

  async function pick(): Promise<void> {
    const reply = await picking.run(undefined);
    if (reply.ok && reply.value !== null) setChosen({ ...reply.value, kind: null, view: anyView, mapping: null, options: null });
  }

  const mapping: Mapping = chosen?.mapping ?? preview.data?.mapping ?? {};
  const options = chosen?.options ?? preview.data?.options ?? plainOptions;
  const draft: ImportDraft | null =
    chosen === null
      ? null
      : { pickId: chosen.pickId, fileName: chosen.fileName, preview: preview.data, mapping, options, plan: planOf(preview.data, chosen.view, mapping, options) };

  return {
    draft,
    view: chosen?.view ?? anyView,
    error: picking.error ?? preview.error,
    pick,
    clear: () => setChosen(null),
    // Another sheet or kind has other columns: what was mapped is guessed anew.
    look: (kind: ImportKind, view: SourceView) => change({ kind, view, mapping: null, options: null }),
    map: (field: ImportField, heading: string | null) => change({ mapping: withColumn(mapping, field, heading) }),
    setOptions: (changed: Partial<ImportOptions>) => change({ options: { ...options, ...changed } }),
  };
}

export type ImportDraftState = ReturnType<typeof useImportDraft>;

function withColumn(mapping: Mapping, field: ImportField, heading: string | null): Mapping {
  const { [field]: _, ...others } = mapping;
  return heading === null ? others : { ...others, [field]: heading };
}

function planOf(preview: Preview | undefined, view: SourceView, mapping: Mapping, options: ImportOptions): ImportPlan | null {
  if (preview === undefined || !isComplete(preview.kind, mapping)) return null;
  return preview.kind === 'contracts'
    ? { kind: 'contracts', mapping: mapping, view, options }
    : { kind: 'parties', mapping: mapping, view, options };
}

/** Every field without which a row says nothing has a column. */
export function isComplete(kind: ImportKind, mapping: Mapping): boolean {
  return kind === 'contracts' ? mapping.title !== undefined : mapping.nameZh !== undefined || mapping.nameEn !== undefined;
}
