/**
 * Stands in for Electron where its binary is not there: keeps what it is told, and lets a test play the events. It decides nothing,
 * so that a test says something about our wiring and not about this file.
 */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  ForkOptions,
  FromPartitionOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  PrintToPDFOptions,
  OpenDialogOptions,
  SaveDialogOptions,
} from 'electron';
import type {
  BuiltMenu,
  ContextMenuClick,
  ElectronApi,
  HostContents,
  HostSession,
  HostWindow,
  InvokeEvent,
  SenderFrame,
  UtilityChild,
} from '../electron-api.ts';
import { Emitter } from './emitter.ts';

export class RecordedContents extends Emitter implements HostContents {
  readonly id: number;
  readonly navigationHistory = { clear: (): void => void this.history.splice(0, this.history.length - 1) };
  readonly history: string[] = [];
  readonly sent: unknown[][] = [];
  /** Addresses given to loadURL, in order. */
  readonly loaded: string[] = [];
  readonly crashed: number[] = [];
  processId = 100;
  destroyed = false;
  /** What loadURL does; a test replaces it to make a load fail or stay in the same process. */
  onLoad: (url: string) => Promise<void> = async () => {
    this.processId += 1;
  };
  windowOpenHandler: ((details: { readonly url: string }) => { action: 'deny' }) | undefined;

  constructor(id: number) {
    super();
    this.id = id;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    await this.onLoad(url);
    this.history.push(url);
    this.emit('did-finish-load');
  }
  readonly printed: PrintToPDFOptions[] = [];
  /** What is on the pages. */
  onPrint: () => Promise<Uint8Array> = async () => new Uint8Array([0x25, 0x50, 0x44, 0x46]);
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array> {
    this.printed.push(options);
    return this.onPrint();
  }
  send(...message: unknown[]): void {
    this.sent.push(message);
  }
  getOSProcessId(): number {
    return this.processId;
  }
  forcefullyCrashRenderer(): void {
    this.crashed.push(this.processId);
    this.emit('render-process-gone');
  }
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void {
    this.windowOpenHandler = handler;
  }
  rightClick(click: ContextMenuClick): void {
    this.emitCancellable('context-menu', click);
  }
}

export class RecordedWindow extends Emitter implements HostWindow {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: RecordedContents;
  /** What was done to the window, in order. */
  readonly actions: string[] = [];
  minimized = false;
  destroyed = false;
  onClosed = (): void => {};

  constructor(options: BrowserWindowConstructorOptions, contents: RecordedContents) {
    super();
    this.options = options;
    this.webContents = contents;
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
    this.actions.push('restore');
  }
  visible = false;
  bounds: { x: number; y: number; width: number; height: number } | undefined;
  isVisible(): boolean {
    return this.visible;
  }
  setBounds(bounds: { x: number; y: number; width: number; height: number }): void {
    this.bounds = bounds;
  }
  show(): void {
    this.visible = true;
    this.actions.push('show');
  }
  focus(): void {
    this.actions.push('focus');
  }
  /** As Electron: a close that is not cancelled ends the window. */
  close(): void {
    this.actions.push('close');
    if (!this.emitCancellable('close')) this.destroy();
  }
  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.webContents.destroyed = true;
    this.visible = false;
    this.actions.push('destroy');
    this.emit('closed');
    this.onClosed();
  }
  setBackgroundColor(color: string): void {
    this.actions.push(`background ${color}`);
  }
}

type RequestFilter = Parameters<HostSession['webRequest']['onBeforeRequest']>[0];

export class RecordedSession extends Emitter implements HostSession {
  readonly partition: string;
  readonly options: FromPartitionOptions;
  readonly handlers = new Map<string, (request: Pick<Request, 'url' | 'method'>) => Response | Promise<Response>>();
  readonly protocol = {
    handle: (
      scheme: string,
      handler: (request: Pick<Request, 'url' | 'method'>) => Response | Promise<Response>,
    ): void => void this.handlers.set(scheme, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: RequestFilter): void => {
      this.requestFilter = listener;
    },
  };
  requestFilter: RequestFilter | undefined;
  permissionRequest: Parameters<HostSession['setPermissionRequestHandler']>[0] | undefined;
  permissionCheck: (() => boolean) | undefined;
  devicePermission: (() => boolean) | undefined;
  spellChecker: boolean | undefined;

  constructor(partition: string, options: FromPartitionOptions) {
    super();
    this.partition = partition;
    this.options = options;
  }

  setPermissionRequestHandler(handler: Parameters<HostSession['setPermissionRequestHandler']>[0]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }
  /** Whether a request to this address is let through. */
  lets(url: string): boolean {
    let through = true;
    this.requestFilter?.({ url }, ({ cancel }) => {
      through = cancel !== true;
    });
    return through;
  }
}

export class RecordedUtilityChild extends Emitter implements UtilityChild {
  readonly modulePath: string;
  readonly options: ForkOptions;
  readonly posted: unknown[] = [];
  pid: number | undefined;
  kills = 0;

  constructor(modulePath: string, options: ForkOptions) {
    super();
    this.modulePath = modulePath;
    this.options = options;
  }

  postMessage(message: unknown): void {
    this.posted.push(message);
  }
  kill(): boolean {
    this.kills += 1;
    return this.pid !== undefined;
  }
  spawned(pid: number): void {
    this.pid = pid;
    this.emit('spawn');
  }
}

class RecordedApp extends Emitter {
  isPackaged = true;
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void =>
      void this.switches.push(value === undefined ? name : `${name}=${value}`),
  };
  /** What was asked of the app, in order: the order around `ready` matters. */
  readonly actions: string[] = [];
  readonly exits: number[] = [];
  lockIsFree = true;
  ready: PromiseWithResolvers<void> = Promise.withResolvers();

  getSystemLocale(): string {
    return 'de-AT';
  }

  getVersion(): string {
    return '1.2.3';
  }
  setPath(name: string, path: string): void {
    this.actions.push(`${name} ${path}`);
  }
  setAppUserModelId(id: string): void {
    this.actions.push(`id ${id}`);
  }
  requestSingleInstanceLock(): boolean {
    this.actions.push('lock');
    return this.lockIsFree;
  }
  enableSandbox(): void {
    this.actions.push('sandbox');
  }
  whenReady(): Promise<void> {
    this.actions.push('wait');
    return this.ready.promise;
  }
  /** As Electron, where every window is closed already. */
  quit(): void {
    this.actions.push('quit');
    if (!this.emitCancellable('will-quit')) this.exit(0);
  }
  exit(code: number): void {
    this.exits.push(code);
  }
}

class RecordedTheme extends Emitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  systemIsDark = false;
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? this.systemIsDark : this.themeSource === 'dark';
  }
}

class RecordedDialog {
  readonly boxes: { readonly title: string; readonly content: string }[] = [];
  readonly questions: MessageBoxOptions[] = [];
  /** Index of the button that is pressed. */
  answer = 0;
  showErrorBox(title: string, content: string): void {
    this.boxes.push({ title, content });
  }
  async showMessageBox(options: MessageBoxOptions): Promise<{ response: number }> {
    return { response: this.showMessageBoxSync(options) };
  }
  /** Where the person saves next; null: they cancel. */
  nextPath: string | null = null;
  readonly saves: SaveDialogOptions[] = [];
  async showSaveDialog(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }> {
    this.saves.push(options);
    return { canceled: this.nextPath === null, filePath: this.nextPath ?? '' };
  }
  /** Which folder the person chooses next; null: they cancel. */
  nextFolder: string | null = null;
  readonly folders: OpenDialogOptions[] = [];
  async showOpenDialog(options: OpenDialogOptions): Promise<{ canceled: boolean; filePaths: string[] }> {
    this.folders.push(options);
    return { canceled: this.nextFolder === null, filePaths: this.nextFolder === null ? [] : [this.nextFolder] };
  }
  showMessageBoxSync(options: MessageBoxOptions): number {
    this.questions.push(options);
    return this.answer;
  }
}

export class RecordedNotification extends Emitter {
  readonly options: NotificationConstructorOptions;
  state: 'made' | 'shown' | 'closed' = 'made';

  constructor(options: NotificationConstructorOptions) {
    super();
    this.options = options;
  }
  show(): void {
    this.state = 'shown';
  }
  close(): void {
    this.state = 'closed';
  }
}

export class RecordingElectron implements ElectronApi {
  readonly app = new RecordedApp();
  readonly windows: RecordedWindow[] = [];
  readonly sessions: RecordedSession[] = [];
  readonly schemes: CustomScheme[] = [];
  readonly invokeHandlers = new Map<
    string,
    (event: InvokeEvent, channel: unknown, payload: unknown) => Promise<unknown>
  >();
  readonly opened: string[] = [];
  readonly children: RecordedUtilityChild[] = [];
  readonly popups: MenuItemConstructorOptions[][] = [];
  menuBar: MenuItemConstructorOptions[] = [];
  prefersReducedMotion = false;

  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: CustomScheme[]): void => void this.schemes.push(...schemes),
  };
  readonly BrowserWindow: ElectronApi['BrowserWindow'];
  readonly session = {
    fromPartition: (partition: string, options: FromPartitionOptions): RecordedSession => {
      const session = new RecordedSession(partition, options);
      this.sessions.push(session);
      this.app.emit('session-created', session);
      return session;
    },
  };
  readonly ipcMain: ElectronApi['ipcMain'] = {
    handle: (channel, listener) => void this.invokeHandlers.set(channel, listener),
  };
  readonly #templates = new Map<BuiltMenu, MenuItemConstructorOptions[]>();
  readonly Menu: ElectronApi['Menu'] = {
    buildFromTemplate: (template) => {
      const menu = { popup: (): void => void this.popups.push(template) };
      this.#templates.set(menu, template);
      return menu;
    },
    setApplicationMenu: (menu) => {
      this.menuBar = (menu === null ? undefined : this.#templates.get(menu)) ?? [];
    },
  };
  readonly nativeTheme = new RecordedTheme();
  readonly powerMonitor = new Emitter();
  readonly dialog = new RecordedDialog();
  readonly notifications: RecordedNotification[] = [];
  notificationsAreSupported = true;
  readonly Notification: ElectronApi['Notification'];
  readonly shell = {
    openExternal: async (url: string): Promise<void> => void this.opened.push(url),
  };
  readonly utilityProcess = {
    fork: (modulePath: string, _args: string[], options: ForkOptions): RecordedUtilityChild => {
      const child = new RecordedUtilityChild(modulePath, options);
      this.children.push(child);
      return child;
    },
  };
  readonly systemPreferences = {
    getAnimationSettings: (): { prefersReducedMotion: boolean } => ({
      prefersReducedMotion: this.prefersReducedMotion,
    }),
  };
  cursor = { x: 100, y: 100 };
  /** Of the screens from the left. */
  workAreas = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  readonly screen = {
    getPrimaryDisplay: () => ({ workAreaSize: { width: 1920, height: 1040 } }),
    getCursorScreenPoint: () => this.cursor,
    getDisplayNearestPoint: ({ x }: { x: number; y: number }) => ({
      workArea: this.workAreas.findLast((area) => area.x <= x) ?? this.workAreas[0]!,
    }),
  };
  readonly shortcuts = new Map<string, () => void>();
  /** Held by other programs. */
  readonly takenShortcuts = new Set<string>();
  readonly globalShortcut = {
    register: (accelerator: string, callback: () => void): boolean => {
      if (this.takenShortcuts.has(accelerator)) return false;
      this.shortcuts.set(accelerator, callback);
      return true;
    },
    unregister: (accelerator: string): void => void this.shortcuts.delete(accelerator),
    unregisterAll: (): void => this.shortcuts.clear(),
  };

  constructor() {
    const { app, windows, notifications } = this;
    const areSupported = (): boolean => this.notificationsAreSupported;
    this.Notification = class extends RecordedNotification {
      static isSupported = areSupported;
      constructor(options: NotificationConstructorOptions) {
        super(options);
        notifications.push(this);
      }
    };
    this.BrowserWindow = class extends RecordedWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options, new RecordedContents(windows.length + 1));
        this.onClosed = () => {
          if (windows.every(({ destroyed }) => destroyed)) app.emit('window-all-closed');
        };
        windows.push(this);
        app.emitCancellable('web-contents-created', this.webContents);
      }
    };
  }
}

/** A frame of our page; each property can be set otherwise. */
export function senderFrame(change: Partial<SenderFrame> = {}): SenderFrame {
  return { origin: 'app://daygrove', parent: null, detached: false, isDestroyed: () => false, ...change };
}
