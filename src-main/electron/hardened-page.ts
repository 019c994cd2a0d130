/**
 * What every page that we open is denied, whatever it shows. Most of these are Electron's defaults of today. They are our requirement, so they are written down,
 * once: a window that had a list of its own could fall behind.
 */
export const HARDENED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  enableWebSQL: false,
  enableDeprecatedPaste: false,
  webgl: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;
