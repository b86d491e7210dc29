import forge from 'node-forge';
import { createHash, randomBytes } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { oids } from './cms.ts';

const { asn1 } = forge;
type Node = forge.asn1.Asn1;

/**
 * Why there is no time stamp (RFC 3161): the server did not answer, or not with a token for what was asked; its token is
 * larger than the room that was kept; or the file has no place for one, because no signature of ours is its last word.
 */
export type TimestampProblem = 'SERVER_AWAY' | 'TOKEN_TOO_LARGE' | 'NO_PLACE';

export class TimestampFailure extends Error {
  readonly problem: TimestampProblem;

  constructor(problem: TimestampProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

export const timestampTokenOid = '1.2.840.113549.1.9.16.2.14';
const largestAnswer = 64 * 1024;

/**
 * Adds a time stamp to the last signature of a file, inside the room that was kept for it: nothing else in the file
 * changes, and no signature breaks. The server is asked about a digest only and never sees the document. Throws
 * TimestampFailure; the file given stays as it is.
 */
export async function stampLastSignature(pdf: Uint8Array, url: string, timeoutMs = 8000): Promise<Uint8Array> {
  const file = Buffer.from(pdf);
  const { start, end } = lastContents(file);
  const padded = Buffer.from(file.toString('latin1', start, end), 'hex');
  const cms = parsed(padded.toString('binary', 0, derLength(padded)), 'NO_PLACE');
  const token = await askForToken(signatureOf(cms), url, timeoutMs);
  const stamped = Buffer.from(asn1.toDer(withUnsigned(cms, token)).getBytes(), 'binary');
  if (stamped.length * 2 > end - start) throw new TimestampFailure('TOKEN_TOO_LARGE', 'the token is larger than its room');
  file.write(stamped.toString('hex').padEnd(end - start, '0'), start, 'latin1');
  return file;
}

/** Where the hexadecimal digits of the last signature stand; it must reach to the end of the file. */
function lastContents(file: Buffer): { readonly start: number; readonly end: number } {
  const ranges = [...file.toString('latin1').matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)];
  const last = ranges.map((match) => match.slice(1).map(Number)).find(([, after = 0, rest = 0]) => after + rest === file.length);
  const [start, end] = last ?? [];
  if (start === undefined || end === undefined) throw new TimestampFailure('NO_PLACE', 'no signature covers the end of the file');
  return { start: start + 1, end: end - 1 };
}

async function askForToken(signature: Buffer, url: string, timeoutMs: number): Promise<Node> {
  const imprint = createHash('sha256').update(signature).digest();
  const nonce = Buffer.concat([Buffer.from([1]), randomBytes(7)]);
  const answer = await post(url, timestampQuery(imprint, nonce), timeoutMs);
  const [status, token] = children(parsed(answer.toString('binary'), 'SERVER_AWAY'), 'SERVER_AWAY');
  const granted = status === undefined ? undefined : children(status, 'SERVER_AWAY')[0]?.value;
  if (token === undefined || typeof granted !== 'string' || granted.charCodeAt(0) > 1) throw new TimestampFailure('SERVER_AWAY', 'the server refused');
  const info = asn1.toDer(token).getBytes();
  // Both stand in TSTInfo, which is an octet string: found as bytes, checked in full when the file is verified.
  if (!info.includes(imprint.toString('binary')) || !info.includes(nonce.toString('binary'))) throw new TimestampFailure('SERVER_AWAY', 'a token for something else');
  return token;
}

function timestampQuery(imprint: Buffer, nonce: Buffer): Buffer {
  const { UNIVERSAL } = asn1.Class;
  const { SEQUENCE, INTEGER, OCTETSTRING, BOOLEAN, OID, NULL } = asn1.Type;
  const sequence = (parts: Node[]): Node => asn1.create(UNIVERSAL, SEQUENCE, true, parts);
  const value = (type: forge.asn1.Type, bytes: string): Node => asn1.create(UNIVERSAL, type, false, bytes);
  const algorithm = sequence([value(OID, asn1.oidToDer(oids.sha256).getBytes()), value(NULL, '')]);
  const query = sequence([
    value(INTEGER, '\x01'),
    sequence([algorithm, value(OCTETSTRING, imprint.toString('binary'))]),
    value(INTEGER, nonce.toString('binary')),
    value(BOOLEAN, '\xff'),
  ]);
  return Buffer.from(asn1.toDer(query).getBytes(), 'binary');
}

function post(url: string, body: Buffer, timeoutMs: number): Promise<Buffer> {
  const ask = url.startsWith('https:') ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const failed = (reason: string) => () => reject(new TimestampFailure('SERVER_AWAY', reason));
    const call = ask(url, { method: 'POST', headers: { 'Content-Type': 'application/timestamp-query', 'Content-Length': body.length }, signal: AbortSignal.timeout(timeoutMs) }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume();
        return reject(new TimestampFailure('SERVER_AWAY', `answered ${answer.statusCode ?? 0}`));
      }
      const chunks: Buffer[] = [];
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > largestAnswer) call.destroy();
        else chunks.push(chunk);
      });
      answer.on('end', () => resolve(Buffer.concat(chunks)));
      answer.on('error', failed('broke off'));
      answer.on('close', failed('broke off'));
    });
    call.on('error', failed('unreachable'));
    call.end(body);
  });
}

/** Bytes of the value that begins here; zeros fill the room behind it. */
function derLength(bytes: Buffer): number {
  const first = bytes[1] ?? 0;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  return 2 + count + bytes.readUIntBE(2, Math.max(1, Math.min(count, 4)));
}

/** SignedData's only SignerInfo. */
function signerInfoOf(cms: Node): Node {
  const data = children(children(cms)[1] as Node)[0] as Node;
  const infos = children(data).at(-1);
  const info = infos === undefined ? undefined : children(infos)[0];
  if (info === undefined) throw new TimestampFailure('NO_PLACE', 'not a signature');
  return info;
}

function signatureOf(cms: Node): Buffer {
  const value = children(signerInfoOf(cms)).find(({ type, tagClass }) => tagClass === asn1.Class.UNIVERSAL && type === asn1.Type.OCTETSTRING)?.value;
  if (typeof value !== 'string') throw new TimestampFailure('NO_PLACE', 'not a signature');
  return Buffer.from(value, 'binary');
}

/** Puts the token among the attributes that the signature doesn't cover. */
function withUnsigned(cms: Node, token: Node): Node {
  const { UNIVERSAL, CONTEXT_SPECIFIC } = asn1.Class;
  const attribute = asn1.create(UNIVERSAL, asn1.Type.SEQUENCE, true, [
    asn1.create(UNIVERSAL, asn1.Type.OID, false, asn1.oidToDer(timestampTokenOid).getBytes()),
    asn1.create(UNIVERSAL, asn1.Type.SET, true, [token]),
  ]);
  const info = signerInfoOf(cms);
  const kept = children(info).filter(({ type, tagClass }) => !(tagClass === CONTEXT_SPECIFIC && Number(type) === 1));
  info.value = [...kept, asn1.create(CONTEXT_SPECIFIC, 1, true, [attribute])];
  return cms;
}

/** `problem`: whose fault it is when these bytes are something else. */
function parsed(bytes: string, problem: TimestampProblem): Node {
  try {
    return asn1.fromDer(bytes);
  } catch {
    throw new TimestampFailure(problem, 'not ASN.1');
  }
}

function children(node: Node, problem: TimestampProblem = 'NO_PLACE'): readonly Node[] {
  if (!Array.isArray(node.value)) throw new TimestampFailure(problem, 'a value where parts were expected');
  return node.value;
}
