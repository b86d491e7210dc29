// The library ships no types; this names what reading office files needs (yauzl 3.4 README, "API").
declare module 'yauzl' {
  import { type Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
    isEncrypted(): boolean;
    canDecodeFileData(): boolean;
  }

  export interface ZipFile {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
    close(): void;
  }

  export function fromBufferPromise(buffer: Buffer, options: { readonly lazyEntries: true; readonly autoClose: false }): Promise<ZipFile>;
  export function openPromise(path: string, options: { readonly lazyEntries: true; readonly autoClose: false }): Promise<ZipFile>;
}
