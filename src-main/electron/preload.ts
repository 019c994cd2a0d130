/** Runs in the page's sandbox before the page. All that the page gets of Electron is here. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../src-shared/contract/index.ts';
import { EVENT_CHANNEL, INVOKE_CHANNEL } from './ipc-channels.ts';

const bridge: Bridge = {
  invoke: (channel, payload) => ipcRenderer.invoke(INVOKE_CHANNEL, channel, payload),
  on: (event, listener) => {
    // Electron's event object holds ipcRenderer itself: it stays on this side.
    const receive = (_event: unknown, name: unknown, payload: unknown): void => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, receive);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, receive);
    };
  },
};

contextBridge.exposeInMainWorld('daygrove', bridge);
