/** What stands in the file until the signature is known. `*` occurs in no PDF token, so nothing else can look alike. */
const rangePlaceholder = `/ByteRange [0 ${Array(3).fill('*'.repeat(10)).join(' ')}]`;

/** The two entries of a signature dictionary that are filled in after the file is written. */
export function signaturePlaceholders(cmsBytes: number): string {
  return `${rangePlaceholder} /Contents <${'0'.repeat(cmsBytes * 2)}>`;
}

export interface OpenSignature {
  /** The bytes before and after the hole: what gets signed. */
  readonly signed: readonly [Buffer, Buffer];
  readonly fill: (cms: Buffer) => void;
}

/** Writes the ByteRange into the file's last placeholder and gives the bytes to sign. Works in place. */
export function openSignature(file: Buffer): OpenSignature {
  const start = file.lastIndexOf(rangePlaceholder);
  const holeStart = file.indexOf('<', start + rangePlaceholder.length);
  const holeEnd = file.indexOf('>', holeStart) + 1;
  if (start < 0 || holeStart < 0 || holeEnd <= 0) throw new Error('no place for a signature in the file');
  const range = `/ByteRange [0 ${holeStart} ${holeEnd} ${file.length - holeEnd}]`;
  file.write(range.padEnd(rangePlaceholder.length), start, 'latin1');
  return {
    signed: [file.subarray(0, holeStart), file.subarray(holeEnd)],
    fill: (cms) => {
      const room = (holeEnd - holeStart - 2) / 2;
      if (cms.length > room) throw new Error(`the signature needs ${cms.length} bytes, ${room} are reserved`);
      file.write(cms.toString('hex'), holeStart + 1, 'latin1');
    },
  };
}
