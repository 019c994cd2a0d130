/** Electron's channels, both of them: calls of the page, and what the app says to it. */
export const INVOKE_CHANNEL = 'daygrove:invoke';
export const EVENT_CHANNEL = 'daygrove:event';
