import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { run } from './pdf-judges.ts';
import { createTemporaryFolder } from './pdf-temporary-folder.ts';

export interface TimestampServer {
  readonly url: string;
  readonly caPem: string;
  /** How many tokens were given out. */
  readonly given: () => number;
  readonly close: () => Promise<void>;
}

/** A time-stamp authority of `openssl ts` that answers on the loopback only. */
export async function startTimestampServer(answer: 'tokens' | 'large tokens' | 'nonsense' = 'tokens'): Promise<TimestampServer> {
  const folder = createTemporaryFolder();
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): void => {
    const { status, text } = run('openssl', args);
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${text}`);
  };
  writeFileSync(path('tsa.cnf'), settings(folder, answer === 'large tokens' ? 'nsComment = '.padEnd(24_000, 'x') : ''));
  writeFileSync(path('serial'), '01');
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-utf8', '-keyout', path('tsa.key'), '-out', path('tsa.pem'), '-days', '3650', '-subj', '/CN=Demo Time Stamping', '-config', path('tsa.cnf'), '-extensions', 'tsa');
  let given = 0;
  const server = createServer((request, response) => {
    void bodyOf(request).then((query) => {
      if (answer === 'nonsense') return response.end('no token here');
      writeFileSync(path('query.tsq'), query);
      openssl('ts', '-reply', '-config', path('tsa.cnf'), '-section', 'own', '-queryfile', path('query.tsq'), '-inkey', path('tsa.key'), '-signer', path('tsa.pem'), '-out', path('reply.tsr'));
      given += 1;
      response.setHeader('Content-Type', 'application/timestamp-reply');
      return response.end(readFileSync(path('reply.tsr')));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    caPem: readFileSync(path('tsa.pem'), 'utf8'),
    given: () => given,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `more`: of the server's certificate, which goes into each token. */
function settings(folder: string, more: string): string {
  return `[req]
distinguished_name = name
[name]
[tsa]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
${more}
[own]
serial = ${folder}/serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
}
