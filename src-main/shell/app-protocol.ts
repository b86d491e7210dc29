import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Protocol } from 'electron';

export const appOrigin = 'app://deedbox';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Says, before the app is ready, that app: is a proper origin: no file: page ever opens. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the interface's own files, read-only and from one folder, with a policy that allows nothing else. */
export function serveInterface(target: Protocol, folder: string): void {
  target.handle('app', async ({ url }) => {
    const path = pathWithin(folder, new URL(url));
    if (path === null) return notFound();
    try {
      const bytes = await readFile(path);
      const nonce = randomBytes(16).toString('base64');
      const isPage = extname(path) === '.html';
      const body = isPage ? bytes.toString().replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes);
      return new Response(body, { headers: headersFor(path, isPage ? nonce : null) });
    } catch {
      return notFound();
    }
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

function headersFor(path: string, nonce: string | null): Record<string, string> {
  return {
    'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(nonce === null ? {} : { 'Content-Security-Policy': contentSecurityPolicy(nonce) }),
  };
}

function pathWithin(folder: string, url: URL): string | null {
  if (url.origin !== appOrigin && `${url.protocol}//${url.host}` !== appOrigin) return null;
  const wanted = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
  const path = normalize(join(folder, wanted));
  return path.startsWith(folder + sep) && contentTypes[extname(path)] !== undefined ? path : null;
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
