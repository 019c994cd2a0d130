import type { ElectronApi, HostWindow, WindowChange } from './electron-api.ts';
import type { ShellFile } from './shell-file.ts';
import type { WindowState } from './window-state.ts';

/** Milliseconds without a change before the place is written: a window that is dragged changes with every pixel. */
export const REST_MS = 500;

const CHANGES: readonly WindowChange[] = [
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
];

function stateOf(window: HostWindow, screen: ElectronApi['screen']): WindowState {
  const bounds = window.getNormalBounds();
  const { bounds: where, scaleFactor } = screen.getDisplayMatching(bounds);
  const rounded = ({ x, y, width, height }: WindowState['bounds']): WindowState['bounds'] => ({
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  });
  return {
    bounds: rounded(bounds),
    mode: window.isFullScreen() ? 'full-screen' : window.isMaximized() ? 'maximised' : 'normal',
    display: { bounds: rounded(where), scaleFactor },
  };
}

/** Remembers where the window stands, once it rests, and at its end. */
export function keepWindowPlace(window: HostWindow, screen: ElectronApi['screen'], file: ShellFile): void {
  let rest: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(rest);
    // Minimised, some systems report a place far outside.
    if (window.isDestroyed() || window.isMinimized()) return;
    file.change({ window: stateOf(window, screen) });
  };
  for (const change of CHANGES) {
    window.on(change, () => {
      clearTimeout(rest);
      rest = setTimeout(write, REST_MS);
      rest.unref();
    });
  }
  window.on('close', write);
}
