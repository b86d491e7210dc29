import type { ContractDraft, NamedParty } from '#shared/features/imports/contract-draft.ts';
import type { KnownParty } from '#shared/features/imports/known-names.ts';
import type { CheckedPartyRow } from '#shared/features/imports/model.ts';
import type { ImportPlan, ImportProblem } from '#shared/features/imports/plan.ts';
import type { PartyId } from '#shared/features/parties/model.ts';

/** A file with what is to become of it, as main hands it to the worker. */
export interface ImportSource {
  readonly path: string;
  readonly plan: ImportPlan;
  /** The vault's parties: names are compared away from the main thread. */
  readonly parties: readonly KnownParty<PartyId>[];
}

/** A party as a row means it: one of the vault, or a new one; rows that mean the same new one bear the same mark. */
export type MeantParty = { readonly id: PartyId } | { readonly mark: string };

export type DraftParty = NamedParty & { readonly meant: MeantParty };

/** A contract to be, its parties found; a parent that stands in the file itself is known to be good. */
export interface ReadyContract extends Omit<ContractDraft, 'parties'> {
  readonly parties: readonly DraftParty[];
  readonly isParentInFile: boolean;
}

/**
 * A row after everything that can be judged without the vault. `outcome`: it can be added (`contract` or `party` is
 * there), it is refused, or it is left out as a duplicate or as no record.
 */
export interface ReadyRow {
  readonly rowNumber: number;
  readonly outcome: 'good' | 'bad' | 'skipped';
  readonly contract?: ReadyContract;
  readonly party?: Omit<CheckedPartyRow, 'rowNumber'>;
  readonly problems: readonly ImportProblem[];
  /** The row's own cells as text, where they were asked for. */
  readonly cells?: readonly string[];
}

export interface ScanStep {
  /** Rows so far. */
  readonly rows: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly isDone: boolean;
}
