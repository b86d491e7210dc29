import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Protocol } from 'electron';
import { firstScreenBlanks } from '#shared/features/settings/first-screen.ts';

export const appOrigin = 'app://deedbox';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Says, before the app is ready, that app: is a proper origin: no file: page ever opens. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the interface's own files, read-only and from one folder, with a policy that allows nothing else. `fillPage`
 * puts into the page what is known only now. By `registerBufferProtocol`: `handle` answers through fetch's machinery,
 * whose loading alone keeps the first frame back by 70 ms.
 */
export function serveInterface(target: Protocol, folder: string, fillPage: (page: string) => string): void {
  target.registerBufferProtocol('app', ({ url }, answer) => {
    const path = pathWithin(folder, new URL(url));
    const bytes = path === null ? null : readOrNull(path);
    if (path === null || bytes === null) return answer({ statusCode: 404, data: Buffer.alloc(0) });
    const nonce = extname(path) === '.html' ? randomBytes(16).toString('base64') : null;
    const data = nonce === null ? bytes : Buffer.from(fillPage(bytes.toString()).replaceAll(firstScreenBlanks.nonce, nonce));
    answer({ statusCode: 200, headers: headersFor(path, nonce), data });
  });
}

/** The policy of the interface: its own scripts, styles with this load's nonce, no network at all. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A thread obeys the policy that its own script came with: it computes, and fetches nothing. */
export const threadSecurityPolicy = "default-src 'none'";

function headersFor(path: string, nonce: string | null): Record<string, string> {
  return {
    'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(nonce === null ? {} : { 'Content-Security-Policy': contentSecurityPolicy(nonce) }),
    ...(extname(path) === '.js' ? { 'Content-Security-Policy': threadSecurityPolicy } : {}),
  };
}

function pathWithin(folder: string, url: URL): string | null {
  if (url.origin !== appOrigin && `${url.protocol}//${url.host}` !== appOrigin) return null;
  const wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
  const path = normalize(join(folder, wanted));
  return path.startsWith(folder + sep) && contentTypes[extname(path)] !== undefined ? path : null;
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
