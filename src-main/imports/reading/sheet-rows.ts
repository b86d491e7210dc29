import { streamXlsxRows, type CellValue } from 'hucre/xlsx';

/**
 * The rows of a packed workbook, at the reader's pace. The library parses as fast as bytes come and keeps what isn't
 * fetched, so without a brake a slow reader would have all rows in memory: bytes are let through only while the reader
 * waits and the library has nothing left for it (which it would have handed over before the event loop turns).
 */
export async function* readSheetRows(
  packed: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<{ readonly index: number; readonly values: readonly CellValue[] }, void, undefined> {
  let fault: { readonly error: unknown } | null = null;
  const gate = createGate();
  const bytes = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        await gate.opened();
        try {
          const next = await packed.next();
          if (next.done === true) controller.close();
          else controller.enqueue(next.value);
        } catch (error) {
          // Kept, because the library may answer a fault of its source with one of its own.
          fault ??= { error };
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
  const rows = streamXlsxRows(bytes);
  try {
    for (;;) {
      const starved = setImmediate(gate.open);
      const next = await rows.next();
      clearImmediate(starved);
      gate.close();
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    throw fault === null ? error : (fault as { readonly error: unknown }).error;
  } finally {
    gate.open();
    await rows.return();
    await packed.return();
  }
}

function createGate() {
  let isOpen = false;
  let waiting: (() => void)[] = [];
  return {
    opened: () => (isOpen ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
    open: () => {
      isOpen = true;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    close: () => {
      isOpen = false;
    },
  };
}
