import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './pdf-judges.ts';
import { createTemporaryFolder } from './pdf-temporary-folder.ts';

/** Certificates and .p12 files made by the openssl command, as a certificate authority would hand them out. */

export interface IssuedP12 {
  readonly p12: Buffer;
  readonly caPem: string;
}

export interface P12Wish {
  readonly key: 'rsa2048' | 'rsa1024' | 'p256';
  readonly password: string;
  /** As openssl's -not_before and -not_after want them. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** 3DES and SHA-1, as older programs write. */
  readonly isLegacy?: boolean;
  readonly withoutKey?: boolean;
}

/** A certificate for 李娜 issued by a root of its own, in a .p12 with the root. */
export function issueP12(wish: P12Wish): IssuedP12 {
  const folder = createTemporaryFolder();
  const path = (name: string): string => join(folder, name);
  writeFileSync(path('ca.cnf'), caSettings(folder));
  writeFileSync(path('index.txt'), '');
  const openssl = (...args: string[]): void => {
    const { status, text } = run('openssl', args);
    if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${text}`);
  };
  openssl(...newKey('rsa2048'), '-out', path('ca.key'));
  openssl('req', '-new', '-key', path('ca.key'), '-out', path('ca.csr'), '-utf8', '-subj', '/CN=示例根证书 Demo Root');
  const issue = ['ca', '-batch', '-notext', '-utf8', '-config', path('ca.cnf'), '-create_serial'];
  openssl(...issue, '-selfsign', '-extensions', 'root', '-in', path('ca.csr'), '-out', path('ca.pem'), '-startdate', '20200101000000Z', '-enddate', '20490101000000Z');
  openssl(...newKey(wish.key), '-out', path('leaf.key'));
  openssl('req', '-new', '-key', path('leaf.key'), '-out', path('leaf.csr'), '-utf8', '-subj', '/CN=李娜 Li Na/O=乙方公司');
  openssl(...issue, '-in', path('leaf.csr'), '-out', path('leaf.pem'), '-startdate', wish.notBefore ?? '20250101000000Z', '-enddate', wish.notAfter ?? '20400101000000Z');
  const key = wish.withoutKey === true ? ['-nokeys'] : ['-inkey', path('leaf.key')];
  const legacy = wish.isLegacy === true ? ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'] : [];
  openssl('pkcs12', '-export', ...key, '-in', path('leaf.pem'), '-certfile', path('ca.pem'), '-out', path('leaf.p12'), '-passout', `pass:${wish.password}`, ...legacy);
  return { p12: readFileSync(path('leaf.p12')), caPem: readFileSync(path('ca.pem'), 'utf8') };
}

function newKey(key: P12Wish['key']): readonly string[] {
  if (key === 'p256') return ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  return ['genpkey', '-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${key.slice(3)}`];
}

function caSettings(folder: string): string {
  return `[ca]
default_ca = own
[own]
database = ${folder}/index.txt
new_certs_dir = ${folder}
certificate = ${folder}/ca.pem
private_key = ${folder}/ca.key
serial = ${folder}/serial
default_md = sha256
policy = any
x509_extensions = leaf
[any]
commonName = supplied
organizationName = optional
[leaf]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = emailProtection
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
`;
}
