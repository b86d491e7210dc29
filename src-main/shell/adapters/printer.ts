import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { Printer } from '../../ports.ts';

export const printFontUrls = { regular: 'app://print/regular.ttf', bold: 'app://print/bold.ttf' } as const;
const pageUrl = 'app://print/page.html';

/**
 * Prints pages in a hidden window of its own session: no script, no preload, no network, nothing but the page and the
 * two fonts. The window lives as long as one print.
 */
export function createPrinter(fontFolder: string): Printer {
  return {
    printToPdf: async (html, signal) => {
      signal.throwIfAborted();
      const own = session.fromPartition(`print-${crypto.randomUUID()}`);
      own.protocol.handle('app', async ({ url }) => {
        if (url === pageUrl) return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
        const font = basename(new URL(url).pathname);
        if (!['regular.ttf', 'bold.ttf'].includes(font)) return new Response(null, { status: 404 });
        return new Response(new Uint8Array(await readFile(join(fontFolder, font))), {
          headers: { 'Content-Type': 'font/ttf', 'Access-Control-Allow-Origin': '*' },
        });
      });
      own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith('app://print/') }));
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: own,
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          javascript: false,
          // Running headers and footers are CSS margin boxes; Chromium before 131 has them behind this switch.
          enableBlinkFeatures: 'PageMarginBoxes',
        },
      });
      const stop = (): void => window.destroy();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await window.loadURL(pageUrl);
        const pdf = await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        });
        return new Uint8Array(pdf);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        if (!window.isDestroyed()) window.destroy();
        own.protocol.unhandle('app');
      }
    },
  };
}
