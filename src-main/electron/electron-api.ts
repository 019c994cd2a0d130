/**
 * The parts of Electron that this folder uses, each as narrow as its use. index.ts passes the real thing, which is where the compiler
 * checks that Electron still has this shape; tests pass the recording stand-in and so run the same wiring.
 */
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  ForkOptions,
  FromPartitionOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NotificationConstructorOptions,
  LoginItemSettingsOptions,
  PrintToPDFOptions,
  OpenDialogOptions,
  SaveDialogOptions,
  Settings as LoginItemChange,
  Task,
} from 'electron';
import type { HostClipboard } from '../host.ts';

export interface CancellableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** A frame as an IPC message names it. Reading a property of one that is gone throws. */
export interface SenderFrame {
  readonly origin: string;
  /** Of the document that is in it now. */
  readonly url: string;
  /** Null for a top frame. */
  readonly parent: object | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

export interface InvokeEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: SenderFrame | null;
}

export interface ContextMenuClick {
  readonly isEditable: boolean;
  readonly selectionText: string;
  /** The address of the link that was clicked; empty: none. */
  readonly linkURL: string;
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
  };
}

export interface HostContents {
  readonly id: number;
  readonly navigationHistory: { clear(): void };
  isDestroyed(): boolean;
  getURL(): string;
  loadURL(url: string): Promise<void>;
  printToPDF(options: PrintToPDFOptions): Promise<Uint8Array>;
  send(channel: string, ...args: unknown[]): void;
  getOSProcessId(): number;
  forcefullyCrashRenderer(): void;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void;
  on(event: 'will-navigate', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'will-redirect', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'select-bluetooth-device', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'will-prevent-unload', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(event: 'render-process-gone', listener: () => void): unknown;
  on(event: 'context-menu', listener: (event: CancellableEvent, click: ContextMenuClick) => void): unknown;
}

/** In density-independent pixels; of all displays together, so that some are negative. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HostDisplay {
  readonly bounds: Rectangle;
  /** What the screen leaves free for windows. */
  readonly workArea: Rectangle;
  readonly scaleFactor: number;
}

export interface HostImage {
  addRepresentation(options: { scaleFactor: number; buffer: Buffer }): void;
  setTemplateImage(isTemplate: boolean): void;
}

export type WindowChange = 'resize' | 'move' | 'maximize' | 'unmaximize' | 'enter-full-screen' | 'leave-full-screen';

export interface HostWindow {
  readonly webContents: HostContents;
  isDestroyed(): boolean;
  isMinimized(): boolean;
  isVisible(): boolean;
  setBounds(bounds: { x: number; y: number; width: number; height: number }): void;
  restore(): void;
  isMaximized(): boolean;
  isFullScreen(): boolean;
  /** As it is when it is neither maximised nor full screen. */
  getNormalBounds(): Rectangle;
  minimize(): void;
  maximize(): void;
  setFullScreen(isFull: boolean): void;
  hide(): void;
  /** Windows: a small picture on the task bar's, and what is read aloud for it. */
  setOverlayIcon(overlay: HostImage | null, description: string): void;
  show(): void;
  focus(): void;
  close(): void;
  destroy(): void;
  setBackgroundColor(color: string): void;
  once(event: 'ready-to-show' | 'show' | 'leave-full-screen', listener: () => void): unknown;
  on(event: WindowChange | 'show', listener: () => void): unknown;
  on(event: 'close', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'closed', listener: () => void): unknown;
  on(event: 'unresponsive', listener: () => void): unknown;
  on(event: 'page-title-updated', listener: (event: CancellableEvent) => void): unknown;
}

export type WindowConstructor = new (options: BrowserWindowConstructorOptions) => HostWindow;

export interface HostSession {
  readonly protocol: {
    handle(scheme: string, handler: (request: Pick<Request, 'url' | 'method'>) => Response | Promise<Response>): void;
  };
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel?: boolean }) => void) => void,
    ): void;
  };
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, callback: (streams: null) => void) => void): void;
  setBluetoothPairingHandler(
    handler: (details: unknown, callback: (response: { confirmed: boolean }) => void) => void,
  ): void;
  setSpellCheckerEnabled(enable: boolean): void;
  on(event: 'will-download', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'select-hid-device', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'select-serial-port', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'select-usb-device', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'select-webauthn-account', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(
    event: 'file-system-access-restricted',
    listener: (event: CancellableEvent, ...values: unknown[]) => void,
  ): unknown;
}

export interface HostApplication {
  readonly isPackaged: boolean;
  readonly commandLine: { appendSwitch(name: string, value?: string): void };
  getVersion(): string;
  /** Of the system's region, not of the page's language; may be empty. */
  getSystemLocale(): string;
  /** BCP 47, of the system's languages, the most wanted first. `getLocale` is Chromium's, which has English words only. */
  getPreferredSystemLanguages(): string[];
  /** On a Mac only. */
  readonly dock?: { setMenu(menu: BuiltMenu): void } | undefined;
  /** On Windows only. */
  setUserTasks(tasks: Task[]): boolean;
  setPath(name: 'userData' | 'sessionData', path: string): void;
  setAppUserModelId(id: string): void;
  /** Windows. */
  setToastActivatorCLSID(id: string): void;
  requestSingleInstanceLock(): boolean;
  setBadgeCount(count: number): boolean;
  setAsDefaultProtocolClient(protocol: string, path?: string, args?: string[]): boolean;
  getLoginItemSettings(options?: LoginItemSettingsOptions): {
    readonly openAtLogin: boolean;
    readonly wasOpenedAtLogin: boolean;
    readonly executableWillLaunchAtLogin: boolean;
  };
  setLoginItemSettings(settings: LoginItemChange): void;
  enableSandbox(): void;
  whenReady(): Promise<void>;
  quit(): void;
  exit(code: number): void;
  on(event: 'second-instance', listener: (event: CancellableEvent, argv: string[], directory: string) => void): unknown;
  /** macOS: also before it is ready. */
  on(event: 'open-file', listener: (event: CancellableEvent, path: string) => void): unknown;
  on(event: 'open-url', listener: (event: CancellableEvent, url: string) => void): unknown;
  /** macOS: its icon in the dock was clicked. */
  on(event: 'activate', listener: () => void): unknown;
  on(event: 'before-quit', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'window-all-closed', listener: () => void): unknown;
  /** Everything has ended; what is left to do must not wait for anything. */
  on(event: 'quit', listener: (event: unknown, exitCode: number) => void): unknown;
  on(event: 'will-quit', listener: (event: CancellableEvent) => void): unknown;
  on(event: 'certificate-error', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'select-client-certificate', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'login', listener: (event: CancellableEvent, ...values: unknown[]) => void): unknown;
  on(event: 'session-created', listener: (session: HostSession) => void): unknown;
  on(event: 'web-contents-created', listener: (event: CancellableEvent, contents: HostContents) => void): unknown;
}

export interface HostIpc {
  handle(channel: string, listener: (event: InvokeEvent, channel: unknown, payload: unknown) => Promise<unknown>): void;
}

export interface BuiltMenuItem {
  enabled: boolean;
  checked: boolean;
}

export interface BuiltMenu {
  popup(): void;
  /** Also of its submenus. */
  getMenuItemById(id: string): BuiltMenuItem | null;
}

export interface HostMenu {
  buildFromTemplate(template: MenuItemConstructorOptions[]): BuiltMenu;
  setApplicationMenu(menu: BuiltMenu | null): void;
}

export interface HostTray {
  setToolTip(text: string): void;
  setContextMenu(menu: BuiltMenu | null): void;
  destroy(): void;
  on(event: 'click', listener: () => void): unknown;
}

export interface HostTheme {
  themeSource: 'system' | 'light' | 'dark';
  readonly shouldUseDarkColors: boolean;
  on(event: 'updated', listener: () => void): unknown;
}

export interface HostPower {
  on(event: 'suspend', listener: () => void): unknown;
  on(event: 'lock-screen', listener: () => void): unknown;
  on(event: 'user-did-resign-active', listener: () => void): unknown;
  /** @param idleThreshold seconds without input that count as idle */
  getSystemIdleState(idleThreshold: number): 'active' | 'idle' | 'locked' | 'unknown';
}

/** The window that a dialog belongs to: it stands before it, on a Mac as its sheet. */
export type DialogParent = Pick<HostWindow, 'isDestroyed'>;

export interface HostDialog {
  showErrorBox(title: string, content: string): void;
  showMessageBox(options: MessageBoxOptions): Promise<{ response: number }>;
  showMessageBox(window: DialogParent, options: MessageBoxOptions): Promise<{ response: number }>;
  showMessageBoxSync(options: MessageBoxOptions): number;
  showSaveDialog(options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>;
  showSaveDialog(window: DialogParent, options: SaveDialogOptions): Promise<{ canceled: boolean; filePath: string }>;
  showOpenDialog(options: OpenDialogOptions): Promise<{ canceled: boolean; filePaths: string[] }>;
  showOpenDialog(window: DialogParent, options: OpenDialogOptions): Promise<{ canceled: boolean; filePaths: string[] }>;
}

export interface HostNotification {
  show(): void;
  close(): void;
  on(event: 'click', listener: () => void): unknown;
  on(event: 'failed', listener: () => void): unknown;
  on(event: 'action', listener: (details: { readonly actionIndex: number }) => void): unknown;
}

export interface NotificationConstructor {
  new (options: NotificationConstructorOptions): HostNotification;
  isSupported(): boolean;
  /** Windows. */
  handleActivation(callback: (details: { readonly type: string }) => void): void;
}

/** The asynchronous half of Electron's safeStorage: the other one blocks the main process over D-Bus, and is deprecated. */
export interface HostSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
  /** Of Linux only. */
  getSelectedStorageBackend?(): string;
}

export interface UtilityChild {
  readonly pid: number | undefined;
  postMessage(message: unknown): void;
  kill(): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'spawn', listener: () => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  on(event: 'error', listener: () => void): unknown;
}

export interface HostUtilityProcess {
  fork(modulePath: string, args: string[], options: ForkOptions): UtilityChild;
}

export interface ElectronApi {
  readonly app: HostApplication;
  readonly protocol: { registerSchemesAsPrivileged(schemes: CustomScheme[]): void };
  readonly BrowserWindow: WindowConstructor;
  readonly session: { fromPartition(partition: string, options: FromPartitionOptions): HostSession };
  readonly ipcMain: HostIpc;
  readonly Menu: HostMenu;
  readonly nativeTheme: HostTheme;
  readonly powerMonitor: HostPower;
  readonly dialog: HostDialog;
  readonly Notification: NotificationConstructor;
  readonly clipboard: HostClipboard;
  readonly shell: { openExternal(url: string): Promise<void> };
  readonly safeStorage: HostSafeStorage;
  readonly utilityProcess: HostUtilityProcess;
  readonly systemPreferences: { getAnimationSettings(): { readonly prefersReducedMotion: boolean } };
  readonly screen: {
    getPrimaryDisplay(): HostDisplay;
    getAllDisplays(): HostDisplay[];
    /** The one that the rectangle lies on for the most part. */
    getDisplayMatching(rectangle: Rectangle): HostDisplay;
    getCursorScreenPoint(): { readonly x: number; readonly y: number };
    getDisplayNearestPoint(point: { readonly x: number; readonly y: number }): Pick<HostDisplay, 'workArea'>;
  };
  readonly globalShortcut: {
    /** Throws where the accelerator is none. */
    register(accelerator: string, callback: () => void): boolean;
    unregister(accelerator: string): void;
    unregisterAll(): void;
  };
  /** `new Tray`: a function, because Electron's takes nothing but images of its own making, and those are what `nativeImage` gives. */
  createTray(image: HostImage): HostTray;
  readonly nativeImage: { createFromBuffer(buffer: Buffer, options: { scaleFactor: number }): HostImage };
}
