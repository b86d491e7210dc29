import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTemporaryFolder } from './pdf-temporary-folder.ts';

/** Programs that share no code with the application and say what they think of its PDFs. */

export interface Output {
  readonly status: number | null;
  readonly text: string;
}

/** What poppler's `pdfsig` says about each signature. */
export function judgeWithPdfsig(pdf: Uint8Array): readonly { readonly isValid: boolean; readonly coversAll: boolean; readonly text: string }[] {
  const { text } = withFile(pdf, (path) => run('pdfsig', [path]));
  return text
    .split(/^Signature #\d+:$/m)
    .slice(1)
    .map((part) => ({
      isValid: part.includes('Signature Validation: Signature is Valid.'),
      coversAll: part.includes('- Total document signed'),
      text: part,
    }));
}

export interface OpensslWish {
  readonly isCades: boolean;
  /** Epoch milliseconds: when the certificates are to be valid. */
  readonly at: number;
}

/** `openssl cms -verify` over the signed bytes of the n-th signature in the file. */
export function judgeWithOpenssl(pdf: Uint8Array, index: number, trustedPem: string, { isCades, at }: OpensslWish): Output {
  const { cms, signed } = extractSignature(pdf, index);
  const folder = createTemporaryFolder();
  const [cmsPath, dataPath, trustedPath] = ['sig.p7', 'signed.bin', 'trusted.pem'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(cmsPath, cms);
  writeFileSync(dataPath, signed);
  writeFileSync(trustedPath, trustedPem);
  const paths = ['-in', cmsPath, '-content', dataPath, '-CAfile', trustedPath, '-out', '/dev/null'];
  return run('openssl', ['cms', '-verify', '-inform', 'DER', '-binary', '-purpose', 'any', '-attime', String(Math.floor(at / 1000) + 1), ...paths, ...(isCades ? ['-cades'] : [])]);
}

/** The certificates inside the n-th signature as PEM, as openssl reads them. */
export function certificatesInSignature(pdf: Uint8Array, index: number): string {
  const cmsPath = join(createTemporaryFolder(), 'sig.p7');
  writeFileSync(cmsPath, extractSignature(pdf, index).cms);
  return run('openssl', ['pkcs7', '-inform', 'DER', '-in', cmsPath, '-print_certs'], 'stdout').text;
}

export function judgeWithQpdf(pdf: Uint8Array): Output {
  return withFile(pdf, (path) => run('qpdf', ['--check', path]));
}

/** The text as mutool extracts it; pdftotext would hide wrong code points by normalising. */
export function extractText(pdf: Uint8Array): string {
  return withFile(pdf, (path) => run('mutool', ['draw', '-q', '-F', 'txt', path], 'stdout')).text;
}

export function hasRadicals(text: string): boolean {
  return /[\u2e80-\u2fdf]/u.test(text);
}

/** Name and whether it is embedded, for each font in the file. */
export function listFonts(pdf: Uint8Array): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
  const { text } = withFile(pdf, (path) => run('pdffonts', [path]));
  return text
    .split('\n')
    .slice(2)
    .flatMap((line) => {
      const match = /^(\S+).*\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.exec(line);
      return match === null ? [] : [{ name: match[1] ?? '', isEmbedded: match[2] === 'yes' }];
    });
}

export function describeWithPdfinfo(pdf: Uint8Array): string {
  return withFile(pdf, (path) => run('pdfinfo', [path])).text;
}

/** A page as poppler draws it, small; it searches a file with broken references for objects, as most viewers do. */
export function renderWithPoppler(pdf: Uint8Array, page: number): Buffer {
  return withFile(pdf, (path) => {
    run('pdftoppm', ['-r', '20', '-singlefile', '-f', String(page), '-l', String(page), path, path]);
    return readFileSync(`${path}.ppm`);
  });
}

/** The contract's data as qpdf finds it. */
export function extractAttachment(pdf: Uint8Array): Output {
  return withFile(pdf, (path) => run('qpdf', ['--show-attachment=合同数据.json', path], 'stdout'));
}

/** Encrypts with qpdf. */
export function encryptWithQpdf(pdf: Uint8Array): Uint8Array {
  const result = withFile(pdf, (path) => spawnSync('qpdf', ['--encrypt', 'user', 'owner', '256', '--', path, '-'], { maxBuffer: 1 << 28 }));
  return result.stdout;
}

/** Where the n-th ByteRange of the file is, and what it says. */
export function findByteRange(pdf: Uint8Array, index: number) {
  const match = [...Buffer.from(pdf).toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)][index];
  if (match === undefined) throw new Error(`no signature ${index}`);
  const [before, after, rest] = match.slice(1).map(Number) as [number, number, number];
  return { at: match.index, text: match[0], before, after, rest, end: after + rest };
}

export function run(command: string, args: readonly string[], only: 'both' | 'stdout' = 'both'): Output {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.error !== undefined) throw result.error;
  return { status: result.status, text: only === 'stdout' ? result.stdout : result.stdout + result.stderr };
}

function extractSignature(pdf: Uint8Array, index: number) {
  const { before, after, end } = findByteRange(pdf, index);
  const padded = Buffer.from(Buffer.from(pdf.subarray(before + 1, after - 1)).toString('latin1'), 'hex');
  const cms = padded.subarray(0, 4 + padded.readUInt16BE(2));
  return { cms, signed: Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, end)]) };
}

function withFile<Value>(pdf: Uint8Array, use: (path: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'deedbox-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, pdf);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
