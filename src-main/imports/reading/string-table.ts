/** Many texts by their number, kept as bytes outside the engine's heap: a third of what strings would take. */
export interface StringTable {
  add(text: string): void;
  /** `null` beyond the last. */
  get(index: number): string | null;
}

const blockLength = 4096;

/** An empty table. */
export function createStringTable(): StringTable {
  const blocks: { readonly bytes: Buffer; readonly ends: Uint32Array }[] = [];
  let open: string[] = [];
  return {
    add: (text) => {
      open.push(text);
      if (open.length < blockLength) return;
      blocks.push(packed(open));
      open = [];
    },
    get: (index) => {
      const block = blocks[Math.floor(index / blockLength)];
      const place = index % blockLength;
      if (block === undefined) return open[index - blocks.length * blockLength] ?? null;
      return block.bytes.toString('utf8', place === 0 ? 0 : block.ends[place - 1], block.ends[place]);
    },
  };
}

function packed(texts: readonly string[]) {
  const bytes = Buffer.from(texts.join(''));
  let end = 0;
  return { bytes, ends: Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text))) };
}
