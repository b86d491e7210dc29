import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '#shared/ipc/events.ts';

// The names are all that the renderer can reach of Electron: one call, one way to listen.
const bridge: Bridge = {
  call: (operation, input) => ipcRenderer.invoke('deedbox:call', operation, input),
  on: (event, listener) => {
    const channel = `deedbox:event:${event}`;
    const relay = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, relay);
    return () => ipcRenderer.removeListener(channel, relay);
  },
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
};

contextBridge.exposeInMainWorld('deedbox', bridge);
