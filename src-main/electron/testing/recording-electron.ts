/**
 * Stands in for Electron where its binary is not there: keeps what it is told, and lets a test play the events. It decides nothing,
 * so that a test says something about our wiring and not about this file.
 */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  ForkOptions,
  LoginItemSettingsOptions,
  Settings as LoginItemChange,
  FromPartitionOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  PrintToPDFOptions,
  OpenDialogOptions,
  SaveDialogOptions,
  Task,
} from 'electron';
import type {
  BuiltMenu,
  BuiltMenuItem,
  ContextMenuClick,
  ElectronApi,
  HostContents,
  HostSafeStorage,
  DialogParent,
  HostDisplay,
  HostImage,
  HostSession,
  HostTray,
  HostWindow,
  InvokeEvent,
  Rectangle,
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
  /** What stands in the page's address; the page may change it within its own. */
  url = '';
  getURL(): string {
    return this.url;
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    await this.onLoad(url);
    this.url = url;
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
  normalBounds: Rectangle = { x: 10, y: 20, width: 1000, height: 700 };
  maximised = false;
  fullScreen = false;
  hidden = true;
  readonly overlays: { readonly overlay: HostImage | null; readonly description: string }[] = [];
  getNormalBounds(): Rectangle {
    return this.normalBounds;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  isFullScreen(): boolean {
    return this.fullScreen;
  }
  minimize(): void {
    this.minimized = true;
    this.actions.push('minimize');
  }
  maximize(): void {
    this.maximised = true;
    this.actions.push('maximize');
  }
  /** As on a Mac, where leaving takes a moment: a test emits `leave-full-screen`. */
  setFullScreen(isFull: boolean): void {
    this.fullScreen = isFull;
    this.actions.push(`full screen ${String(isFull)}`);
  }
  hide(): void {
    this.hidden = true;
    this.actions.push('hide');
  }
  setOverlayIcon(overlay: HostImage | null, description: string): void {
    this.overlays.push({ overlay, description });
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
    this.hidden = false;
    this.actions.push('show');
    this.emit('show');
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
  displayMedia: Parameters<HostSession['setDisplayMediaRequestHandler']>[0] | undefined;
  bluetoothPairing: Parameters<HostSession['setBluetoothPairingHandler']>[0] | undefined;
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
  setDisplayMediaRequestHandler(handler: Parameters<HostSession['setDisplayMediaRequestHandler']>[0]): void {
    this.displayMedia = handler;
  }
  setBluetoothPairingHandler(handler: Parameters<HostSession['setBluetoothPairingHandler']>[0]): void {
    this.bluetoothPairing = handler;
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

  systemLanguages = ['en-GB'];
  getPreferredSystemLanguages(): string[] {
    return this.systemLanguages;
  }
  readonly userTasks: Task[] = [];
  setUserTasks(tasks: Task[]): boolean {
    this.userTasks.push(...tasks);
    return true;
  }
  /** As on a Mac, as soon as a test sets it. */
  dock: { setMenu(menu: BuiltMenu): void } | undefined;

  getVersion(): string {
    return '1.2.3';
  }
  setPath(name: string, path: string): void {
    this.actions.push(`${name} ${path}`);
  }
  setToastActivatorCLSID(id: string): void {
    this.actions.push(`toasts ${id}`);
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
  /** Closes what is open; false where a window would not. */
  onQuit: () => boolean = () => true;
  /** As Electron: word of it first, then the windows, then the last word. */
  quit(): void {
    this.actions.push('quit');
    if (this.emitCancellable('before-quit')) return;
    if (this.onQuit() && !this.emitCancellable('will-quit')) this.exit(0);
  }
  readonly badges: number[] = [];
  setBadgeCount(count: number): boolean {
    this.badges.push(count);
    return true;
  }
  readonly claims: unknown[][] = [];
  setAsDefaultProtocolClient(...claim: unknown[]): boolean {
    this.claims.push(claim);
    return true;
  }
  readonly loginItems: LoginItemChange[] = [];
  readonly loginQuestions: (LoginItemSettingsOptions | undefined)[] = [];
  loginItem = { openAtLogin: false, wasOpenedAtLogin: false, executableWillLaunchAtLogin: false };
  getLoginItemSettings(options?: LoginItemSettingsOptions): RecordedApp['loginItem'] {
    this.loginQuestions.push(options);
    return this.loginItem;
  }
  setLoginItemSettings(settings: LoginItemChange): void {
    this.loginItems.push(settings);
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
  /** The window of each dialog, in order; null: it stands alone. */
  readonly parents: (DialogParent | null)[] = [];
  #options<Options>(given: [DialogParent, Options] | [Options]): Options {
    this.parents.push(given.length === 2 ? given[0] : null);
    return given.length === 2 ? given[1] : given[0];
  }
  async showMessageBox(
    ...given: [DialogParent, MessageBoxOptions] | [MessageBoxOptions]
  ): Promise<{ response: number }> {
    return { response: this.showMessageBoxSync(this.#options(given)) };
  }
  /** Where the person saves next; null: they cancel. */
  nextPath: string | null = null;
  readonly saves: SaveDialogOptions[] = [];
  async showSaveDialog(
    ...given: [DialogParent, SaveDialogOptions] | [SaveDialogOptions]
  ): Promise<{ canceled: boolean; filePath: string }> {
    this.saves.push(this.#options(given));
    return { canceled: this.nextPath === null, filePath: this.nextPath ?? '' };
  }
  /** Which folder the person chooses next; null: they cancel. */
  nextFolder: string | null = null;
  readonly folders: OpenDialogOptions[] = [];
  async showOpenDialog(
    ...given: [DialogParent, OpenDialogOptions] | [OpenDialogOptions]
  ): Promise<{ canceled: boolean; filePaths: string[] }> {
    this.folders.push(this.#options(given));
    return { canceled: this.nextFolder === null, filePaths: this.nextFolder === null ? [] : [this.nextFolder] };
  }
  showMessageBoxSync(options: MessageBoxOptions): number {
    this.questions.push(options);
    return this.answer;
  }
}

export class RecordedImage implements HostImage {
  readonly scales: number[] = [];
  isTemplate = false;
  addRepresentation({ scaleFactor, buffer }: { scaleFactor: number; buffer: Buffer }): void {
    if (buffer.readUInt32BE(0) !== 0x89504e47) throw new Error('no PNG');
    this.scales.push(scaleFactor);
  }
  setTemplateImage(isTemplate: boolean): void {
    this.isTemplate = isTemplate;
  }
}

export class RecordedTray extends Emitter implements HostTray {
  readonly image: RecordedImage;
  tip = '';
  menu: BuiltMenu | null = null;
  destroyed = false;

  constructor(image: RecordedImage) {
    super();
    this.image = image;
  }
  setToolTip(text: string): void {
    this.tip = text;
  }
  setContextMenu(menu: BuiltMenu | null): void {
    this.menu = menu;
  }
  destroy(): void {
    this.destroyed = true;
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

/** Turns bytes around instead of encrypting: what is tested is what we make of it. */
export class RecordedSafeStorage implements HostSafeStorage {
  isAvailable = true;
  backend = 'gnome_libsecret';
  /** What Chromium writes in front: `v11` with a key of the keyring's, `v10` on Linux with the one that everybody knows. */
  prefix = 'v11';
  shouldReEncrypt = false;

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.isAvailable;
  }
  async encryptStringAsync(plainText: string): Promise<Buffer> {
    return Buffer.from(this.prefix + [...plainText].toReversed().join(''));
  }
  async decryptStringAsync(encrypted: Buffer): Promise<{ shouldReEncrypt: boolean; result: string }> {
    const text = encrypted.toString();
    if (!text.startsWith(this.prefix)) throw new Error('Error while decrypting the ciphertext.');
    return { shouldReEncrypt: this.shouldReEncrypt, result: Array.from(text.slice(3)).toReversed().join('') };
  }
  getSelectedStorageBackend(): string {
    return this.backend;
  }
}

/** Every item of a menu and of its submenus. */
export function itemsOf(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);
}

export class RecordedPower extends Emitter {
  idleState: 'active' | 'idle' | 'locked' | 'unknown' = 'active';

  getSystemIdleState(): 'active' | 'idle' | 'locked' | 'unknown' {
    return this.idleState;
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
      const items = new Map<string, BuiltMenuItem>();
      for (const item of itemsOf(template)) {
        if (item.id !== undefined)
          items.set(item.id, { enabled: item.enabled ?? true, checked: item.checked ?? false });
      }
      const menu = {
        popup: (): void => void this.popups.push(template),
        getMenuItemById: (id: string): BuiltMenuItem | null => items.get(id) ?? null,
      };
      this.#templates.set(menu, template);
      return menu;
    },
    setApplicationMenu: (menu) => {
      this.menuBar = this.templateOf(menu);
      this.builtMenuBar = menu;
      this.menuBarsSet += 1;
    },
  };
  templateOf(menu: BuiltMenu | null): MenuItemConstructorOptions[] {
    return (menu === null ? undefined : this.#templates.get(menu)) ?? [];
  }
  builtMenuBar: BuiltMenu | null = null;
  menuBarsSet = 0;
  readonly nativeTheme = new RecordedTheme();
  readonly powerMonitor = new RecordedPower();
  readonly dialog = new RecordedDialog();
  readonly notifications: RecordedNotification[] = [];
  notificationsAreSupported = true;
  /** As Windows: something of a notification was used. */
  activateToast: (details: { readonly type: string }) => void = () => {};
  readonly Notification: ElectronApi['Notification'];
  readonly safeStorage = new RecordedSafeStorage();
  /** What the system's clipboard holds. */
  copied = '';
  readonly clipboard: ElectronApi['clipboard'] = {
    writeText: async (text) => {
      this.copied = text;
    },
    readText: async () => this.copied,
    clear: () => {
      this.copied = '';
    },
  };
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
  displays: HostDisplay[] = [
    {
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      workArea: { x: 0, y: 0, width: 1920, height: 1040 },
      scaleFactor: 1,
    },
  ];
  readonly screen: ElectronApi['screen'] = {
    getPrimaryDisplay: () => this.displays[0]!,
    getAllDisplays: () => this.displays,
    getCursorScreenPoint: () => this.cursor,
    getDisplayNearestPoint: ({ x }) => this.displays.findLast(({ bounds }) => bounds.x <= x) ?? this.displays[0]!,
    getDisplayMatching: ({ x, y }) =>
      this.displays.find(
        ({ bounds }) => x >= bounds.x && y >= bounds.y && x < bounds.x + bounds.width && y < bounds.y + bounds.height,
      ) ?? this.displays[0]!,
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
  readonly trays: RecordedTray[] = [];
  readonly nativeImage: ElectronApi['nativeImage'] = {
    createFromBuffer: (buffer, { scaleFactor }) => {
      const image = new RecordedImage();
      image.addRepresentation({ scaleFactor, buffer });
      return image;
    },
  };
  createTray(image: HostImage): RecordedTray {
    const tray = new RecordedTray(image as RecordedImage);
    this.trays.push(tray);
    return tray;
  }
  /** What the menu of a tray holds. */
  trayMenu(tray = this.trays.at(-1)): MenuItemConstructorOptions[] {
    const menu = tray?.menu ?? null;
    return (menu === null ? undefined : this.#templates.get(menu)) ?? [];
  }

  constructor() {
    const { app, windows, notifications } = this;
    app.onQuit = () => {
      for (const window of windows) if (!window.destroyed) window.close();
      return windows.every(({ destroyed }) => destroyed);
    };
    const onActivation = (callback: (details: { readonly type: string }) => void): void => {
      this.activateToast = callback;
    };
    const areSupported = (): boolean => this.notificationsAreSupported;
    this.Notification = class extends RecordedNotification {
      static isSupported = areSupported;
      static handleActivation = onActivation;
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
  return {
    origin: 'app://daygrove',
    url: 'app://daygrove/',
    parent: null,
    detached: false,
    isDestroyed: () => false,
    ...change,
  };
}
