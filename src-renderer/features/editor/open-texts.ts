import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Comment } from '#shared/features/editor/model.ts';
import { onEvent } from '../../ipc/client.ts';
import type { Surface } from '../../ui/document-editor/surface.ts';
import type { Body } from './read-both.ts';

/** A text as its editor left it, with all that can be undone in it. */
export interface OpenText {
  readonly surfaces: Readonly<Record<Body, Surface>>;
  readonly baseVersion: number;
  readonly comments: readonly Comment[];
  /** When what stands in it was kept last, in epoch milliseconds; null before. */
  readonly savedAt: number | null;
}

// Who compares contracts goes to and fro between a few; each text stays in memory with its history.
const most = 4;

const texts = new Map<ContractId, OpenText>();
const keeping = new Map<ContractId, Promise<unknown>>();
let isListening = false;

/**
 * Holds a text under edit beyond its page, so that undo reaches back over a visit to another page. All are forgotten when
 * the vault is locked: no text stays in memory then.
 */
export function holdText(contractId: ContractId, text: OpenText): void {
  if (!isListening) {
    isListening = true;
    onEvent('vaultStatus', ({ state }) => {
      if (state !== 'unlocked') texts.clear();
    });
  }
  texts.delete(contractId);
  texts.set(contractId, text);
  for (const eldest of [...texts.keys()].slice(0, Math.max(0, texts.size - most))) texts.delete(eldest);
}

/** The held text, if it still is what the vault keeps; another's later copy is begun anew. */
export function heldText(contractId: ContractId, savedAt: number | null): OpenText | null {
  const text = texts.get(contractId);
  return text === undefined || savedAt === null || text.savedAt !== savedAt ? null : text;
}

/** The text was kept: what is held is what the vault has. */
export function noteKept(contractId: ContractId, savedAt: number): void {
  const text = texts.get(contractId);
  if (text !== undefined) texts.set(contractId, { ...text, savedAt });
}

export function forgetText(contractId: ContractId): void {
  texts.delete(contractId);
}

/** Says that the text is on its way to the vault: who opens it again waits for it. */
export function noteKeeping(contractId: ContractId, sent: Promise<unknown>): void {
  keeping.set(contractId, sent);
}

/** Resolves when nothing of the text is on its way to the vault. */
export async function keptAll(contractId: ContractId): Promise<void> {
  await keeping.get(contractId);
  keeping.delete(contractId);
}
