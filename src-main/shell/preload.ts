import { contextBridge, ipcRenderer, webUtils } from 'electron';
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
  // A file that a script made has no path: only what a person dropped or chose can be handed over.
  takeDropped: (files) => {
    const paths = files.flatMap((file) => (file instanceof File ? [webUtils.getPathForFile(file)] : []));
    return ipcRenderer.invoke('deedbox:dropped', paths.filter((path) => path !== ''));
  },
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
};

contextBridge.exposeInMainWorld('deedbox', bridge);
