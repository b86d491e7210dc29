import type { ElectronApplication } from 'playwright-core';

export interface BarePrint {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly pages: number;
}

/**
 * What any Electron application needs to print a page: a hidden window, the page loaded, `printToPDF` with our options.
 * It serves page and fonts as the application does, from one session that is made once, and does nothing else.
 */
export function printBare(electron: ElectronApplication, html: string): Promise<BarePrint> {
  return electron.evaluate(async ({ app, BrowserWindow, session }, page) => {
    const { readFile } = process.getBuiltinModule('node:fs/promises');
    const { basename, join } = process.getBuiltinModule('node:path');
    const own = session.fromPartition('bare-print');
    if (own.protocol.isProtocolHandled('app')) own.protocol.unhandle('app');
    own.protocol.handle('app', async ({ url }) =>
      url.endsWith('.ttf')
        ? new Response(new Uint8Array(await readFile(join(app.getAppPath(), 'out/fonts', basename(url)))), {
            headers: { 'Content-Type': 'font/ttf', 'Access-Control-Allow-Origin': '*' },
          })
        : new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    );
    const started = performance.now();
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: own, sandbox: true, javascript: false, enableBlinkFeatures: 'PageMarginBoxes' },
    });
    await window.loadURL('app://print/page.html');
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    const milliseconds = performance.now() - started;
    window.destroy();
    return { milliseconds, bytes: pdf.length, pages: (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length };
  }, html);
}
