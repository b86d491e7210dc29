import type { ContractAttachment, ContractAttachmentId } from '#shared/features/attachments/model.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { splitAmounts, type Amounts } from '#shared/features/documents/variables.ts';
import { mostPackedBytes } from '#shared/features/exchange/container.ts';
import type { PackedAmounts, PackedContract, PackedFile, SheetObligation } from '#shared/features/exchange/model.ts';
import type { Obligation } from '#shared/features/fulfilment/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Part } from '../../exchange/pack-zip.ts';
import type { Call } from '../../ipc/handlers.ts';

export interface ContentParts {
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly fulfilmentOf: (call: Call, id: ContractId) => Result<OutputOf<'fulfilment.ofContract'>, 'NOT_FOUND'>;
  readonly filesOf: (call: Call, id: ContractId) => readonly ContractAttachment[];
  readonly readFile: (call: Call, id: ContractAttachmentId) => Promise<Uint8Array | null>;
}

export interface Collected {
  readonly contracts: readonly PackedContract[];
  readonly amounts: PackedAmounts;
  readonly files: readonly Part[];
}

/** What goes into a pack of contracts. Money is kept apart from all the rest, and left out unless it is asked for. */
export function createContents({ readContract, fulfilmentOf, filesOf, readFile }: ContentParts) {
  async function collect(call: Call, ids: readonly ContractId[], withFiles: boolean): Promise<Result<Collected, 'NOT_FOUND' | 'DAMAGED_FILE' | 'PACK_TOO_LARGE'>> {
    const contracts: PackedContract[] = [];
    const amounts: PackedAmounts[number][] = [];
    const files: Part[] = [];
    for (const id of new Set(ids)) {
      const [read, fulfilment] = [readContract(call, id), fulfilmentOf(call, id)];
      if (!read.ok || !fulfilment.ok) return fail('NOT_FOUND');
      const listed = withFiles ? filesOf(call, id) : [];
      const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0) + listed.reduce((sum, { byteLength }) => sum + byteLength, 0);
      if (total > mostPackedBytes) return fail('PACK_TOO_LARGE', { megabytes: mostPackedBytes / 1024 ** 2 });
      const packed: PackedFile[] = [];
      for (const { id: fileId, name, byteLength } of listed) {
        const bytes = await readFile(call, fileId);
        if (bytes === null) return fail('DAMAGED_FILE');
        const part = `files/${files.length + 1}`;
        files.push({ name: part, bytes });
        packed.push({ part, name, byteLength });
      }
      const text = textOf(read.value);
      contracts.push(packedContract(read.value, text?.text ?? null, fulfilment.value.obligations, packed));
      const { amount } = read.value;
      amounts.push({ contractId: id, amount: isWithheld(amount) ? null : amount, values: text?.amounts ?? {} });
    }
    return succeed({ contracts, amounts, files });
  }

  /** How far the obligations of these contracts are now. */
  function obligationsOf(call: Call, ids: readonly ContractId[]): readonly Obligation[] {
    return ids.flatMap((id) => {
      const found = fulfilmentOf(call, id);
      return found.ok ? found.value.obligations : [];
    });
  }

  return { collect, obligationsOf };
}

export type Contents = ReturnType<typeof createContents>;

/** The wording with its values parted from the money in them. */
function textOf({ body, values }: Contract): { readonly text: PackedContract['text']; readonly amounts: Amounts } | null {
  if (body === null || isWithheld(body) || isWithheld(values)) return null;
  const { texts, amounts } = splitAmounts(body.variables, values);
  return { text: { body, values: texts }, amounts };
}

function packedContract({ summary, record }: Contract, text: PackedContract['text'], obligations: readonly Obligation[], files: readonly PackedFile[]): PackedContract {
  const { id, number, title, contractType, language, stage, partyNames, ownerName, department, signedOn, endsOn, noticeDeadlineOn } = summary;
  return {
    ...{ id, number, title, contractType, language, stage, partyNames, ownerName, department, signedOn, endsOn, noticeDeadlineOn },
    effectiveOn: record.effectiveOn,
    details: record.details,
    text,
    obligations: obligations.map(sheetObligation),
    files,
  };
}

export function sheetObligation({ id, title, obligor, type, dueOn, graceDays, evidenceRequired, evidence, texts, status, metOn, deliverables }: Obligation): SheetObligation {
  return {
    ...{ id, title, obligor, type, dueOn, graceDays, evidenceRequired, status, metOn },
    evidenceCount: evidence.length,
    texts: isWithheld(texts) ? { criteria: '', clauseNumber: '', quote: '' } : texts,
    deliverables: deliverables.map(({ id: part, name, unit, quantity, spec, deliveredQuantity, acceptedQuantity, acceptedOn }) => ({
      ...{ id: part, name, unit, quantity, acceptedOn },
      spec: isWithheld(spec) ? '' : spec,
      delivered: deliveredQuantity,
      accepted: acceptedQuantity,
    })),
  };
}
