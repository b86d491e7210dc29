import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { mostAtOnce } from '#shared/features/attachments/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { EventName, EventPayload } from '#shared/ipc/events.ts';
import { toWire } from '#shared/ipc/wire.ts';
import type { Router } from '../ipc/router.ts';

/**
 * Connects the router with the windows. Only the main frame of a window of ours, showing our own origin, is listened
 * to; everybody else is answered UNKNOWN_SENDER before anything is looked at.
 */
export function listen(router: Router, isTrusted: (event: IpcMainInvokeEvent) => boolean): void {
  ipcMain.handle('deedbox:call', async (event, name: unknown, input: unknown) =>
    toWire(isTrusted(event) ? await router(name, input) : { ok: false, error: { code: 'UNKNOWN_SENDER' } }),
  );
}

/** Gives handles of dropped files; the preload script alone knows their paths and asks. */
export function listenForDrops(keep: (path: string) => Promise<PickId>, isTrusted: (event: IpcMainInvokeEvent) => boolean): void {
  ipcMain.handle('deedbox:dropped', (event, paths: unknown) => {
    const parsed = z.array(z.string().min(1)).max(mostAtOnce).safeParse(paths);
    return isTrusted(event) && parsed.success ? Promise.all(parsed.data.map(keep)) : [];
  });
}

/** Whether a message comes from the interface itself. */
export function isOwnFrame(event: IpcMainInvokeEvent, origins: readonly string[]): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  if (BrowserWindow.fromWebContents(event.sender) === null) return false;
  return origins.some((origin) => frame.url.startsWith(`${origin}/`));
}

/** Tells every window something unasked. */
export function broadcast<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(`deedbox:event:${name}`, payload);
  }
}
