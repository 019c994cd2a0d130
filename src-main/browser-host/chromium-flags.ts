/**
 * Chromium as a plain window of ours: nothing of its own goes to the network or to the disk. `runningAsRoot`: Chromium refuses to start as
 * root with its sandbox on; that is for containers in development, and whoever starts it says so aloud.
 */
export function chromiumFlags({ runningAsRoot }: { readonly runningAsRoot: boolean }): string[] {
  return [
    // An ordinary profile writes what stands in form fields and page titles into its session files, in clear.
    '--incognito',
    // Its own errands (the time, updates, who is signed in) go on whatever one switches off. So no name is ever resolved, and there is
    // no proxy that would resolve it instead: nothing but this machine can be reached.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--no-proxy-server',
    '--disk-cache-size=1',
    '--media-cache-size=1',
    '--disable-gpu-shader-disk-cache',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-service-autorun',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-quic',
    '--disable-domain-reliability',
    '--disable-client-side-phishing-detection',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--metrics-recording-only',
    '--no-pings',
    '--dns-prefetch-disable',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,NetworkTimeServiceQuerying',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(runningAsRoot ? ['--no-sandbox'] : []),
  ];
}

export const NO_SANDBOX_NOTICE =
  'Running as root: Chromium starts without its sandbox. Fine for development in a container, not for a diary.';
