import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { fromWire } from '#shared/ipc/wire.ts';
import { launch, type RunningApp } from '../launch.ts';

// The attack: script runs in the renderer, by whatever road. Each test is a door that it would try next.

let app: RunningApp;
let listener: { readonly host: string; readonly heard: string[]; readonly server: Server };
test.beforeAll(async () => {
  listener = await listen();
  app = await launch();
  await app.page.getByRole('button').first().waitFor();
});
test.afterAll(async () => {
  await app.close();
  listener.server.close();
});

/** A server of our own that notes what reaches it. */
function listen(): Promise<typeof listener> {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    heard.push(request.url ?? '');
    answer.end('ok');
  });
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url ?? ''}`);
    socket.destroy();
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ host: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, heard, server });
    });
  });
}

test('every window is sandboxed, isolated and without Node', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const each of preferences) {
    expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    expect(each['webviewTag']).not.toBe(true);
    expect(each['nodeIntegrationInSubFrames']).not.toBe(true);
    expect(each['nodeIntegrationInWorker']).not.toBe(true);
    expect(each['allowRunningInsecureContent']).not.toBe(true);
    expect(each['experimentalFeatures']).not.toBe(true);
    expect(each['enableBlinkFeatures'] ?? '').toBe('');
  }
});

test('the page has one bridge with four members and nothing of Node or Electron', async () => {
  const found = await app.page.evaluate(() => ({
    bridge: Object.keys((window as unknown as { deedbox: object }).deedbox).sort(),
    leaked: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter((name) => name in window),
  }));
  expect(found).toEqual({ bridge: ['call', 'on', 'platform', 'takeDropped'], leaked: [] });
});

test('a file that a script made up, or a path, is no dropped file', async () => {
  const handles = await app.page.evaluate(() => {
    const { deedbox } = window as unknown as { deedbox: { takeDropped(files: unknown[]): Promise<unknown> } };
    return deedbox.takeDropped([new File(['x'], '/etc/hostname'), '/etc/hostname', { path: '/etc/hostname', name: 'hostname' }]);
  });
  expect(handles).toEqual([]);
});

test('the policy allows no inline script, no eval and no network, and is in force', async () => {
  const header = await app.page.evaluate(() => fetch('app://deedbox/index.html').then((answer) => answer.headers.get('content-security-policy'), () => 'blocked'));
  // connect-src falls back to default-src 'none': even our own files can't be fetched by script.
  expect(header).toBe('blocked');
  const outcome = await app.page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        // From a timer: what Playwright evaluates itself bypasses the policy.
        setTimeout(() => {
          const result: Record<string, unknown> = {};
          try {
            result['eval'] = (0, eval)('1 + 1');
          } catch {
            result['eval'] = 'blocked';
          }
          const script = document.createElement('script');
          script.textContent = 'window.inlineRan = true';
          document.body.append(script);
          result['inlineScript'] = 'inlineRan' in window;
          const style = document.createElement('style');
          style.textContent = 'body { --inline-ran: yes }';
          document.head.append(style);
          result['inlineStyle'] = getComputedStyle(document.body).getPropertyValue('--inline-ran');
          resolve(result);
        });
      }),
  );
  expect(outcome).toEqual({ eval: 'blocked', inlineScript: false, inlineStyle: '' });
});

test('nothing can be sent or fetched over the network', async () => {
  const outcome = await app.page.evaluate(async (host) => {
    const image = new Promise<string>((resolve) => {
      const element = new Image();
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('blocked');
      element.src = `http://${host}/pixel.png`;
    });
    const socket = new Promise<string>((resolve) => {
      try {
        const connection = new WebSocket(`ws://${host}`);
        connection.onerror = () => resolve('blocked');
        connection.onopen = () => resolve('open');
      } catch {
        resolve('blocked');
      }
    });
    const fetched = await fetch(`http://${host}/fetched`, { mode: 'no-cors' }).then(() => 'fetched', () => 'blocked');
    navigator.sendBeacon(`http://${host}/beacon`, 'x');
    return [fetched, await image, await socket];
  }, listener.host);
  expect(outcome).toEqual(['blocked', 'blocked', 'blocked']);
  // The server is there and answers: what did not arrive was not sent.
  expect(listener.heard).toEqual([]);
  expect(await fetch(`http://${listener.host}/heard`).then(({ status }) => status)).toBe(200);
  expect(listener.heard.splice(0)).toEqual(['/heard']);
});

test('the window can’t be led elsewhere and opens no other', async () => {
  const before = app.page.url();
  for (const target of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,<h1>x</h1>', 'app://elsewhere/index.html']) {
    await app.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
  }
  const opened = await app.page.evaluate(() => window.open('https://example.com/') === null);
  expect(opened).toBe(true);
  expect(app.page.url()).toBe(before);
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  expect(await app.page.evaluate(() => document.querySelector('button') !== null)).toBe(true);
});

test('no frame of another origin loads, and no webview exists', async () => {
  const kind = await app.page.evaluate(
    (host) =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = `http://${host}/frame`;
        const view = document.createElement('webview');
        view.setAttribute('src', `http://${host}/webview`);
        document.body.append(frame, view);
        setTimeout(() => resolve('getURL' in view ? 'a webview' : 'an unknown element'), 500);
      }),
    listener.host,
  );
  expect(kind).toBe('an unknown element');
  expect(listener.heard.splice(0)).toEqual([]);
});

test('a download is stopped before it begins', async () => {
  await app.electron.evaluate(({ session }) => {
    const seen: boolean[] = [];
    Object.assign(globalThis, { downloads: seen });
    session.defaultSession.on('will-download', (event) => {
      seen.push(event.defaultPrevented);
      event.preventDefault();
    });
  });
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['stolen']));
    link.download = 'stolen.txt';
    document.body.append(link);
    link.click();
  });
  const seen = () => app.electron.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
  await expect.poll(seen).toEqual([true]);
});

test('place, camera, notifications and what lies on the clipboard are denied without asking', async () => {
  const outcome = await app.page.evaluate(async () => {
    const place = new Promise<string>((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('denied')));
    const camera = navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', () => 'denied');
    const clipboard = navigator.clipboard.readText().then(() => 'given', () => 'denied');
    return [await place, await camera, await Notification.requestPermission(), await clipboard];
  });
  expect(outcome).toEqual(['denied', 'denied', 'denied', 'denied']);
});

test('the interface’s own scheme gives no file outside its folder', async () => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const ask = (url: string): Promise<number> => net.fetch(url).then(({ status }) => status, () => 0);
    return {
      page: await ask('app://deedbox/index.html'),
      outside: [
        await ask('app://deedbox/../package.json'),
        await ask('app://deedbox/%2e%2e/main/main.js'),
        await ask('app://deedbox/..%2f..%2fpackage.json'),
        await ask('app://deedbox/%2fetc%2fpasswd'),
        await ask('app://elsewhere/index.html'),
      ],
    };
  });
  expect(statuses.page).toBe(200);
  for (const status of statuses.outside) expect(status).not.toBe(200);
});

test('a call from any other page is refused, even through our own preload', async () => {
  const preload = join(import.meta.dirname, '../../../out/preload/preload.cjs');
  const reply = await app.electron.evaluate(async ({ BrowserWindow }, path) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true, contextIsolation: true } });
    await stranger.loadURL('data:text/html,<h1>stranger</h1>');
    const answer: unknown = await stranger.webContents.executeJavaScript("window.deedbox.call('vault.status', undefined)");
    stranger.destroy();
    return answer;
  }, preload);
  expect(fromWire(reply)).toEqual({ ok: false, error: { code: 'UNKNOWN_SENDER' } });
});
