/** Where every part of the app gets the time and the place from, so that tests and QA can set both. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** IANA name of the zone the person is in now. */
  zone(): string;
}

/** What a child process needs to have the same clock: plain values, because they cross a process boundary. */
export interface ClockSettings {
  /** Added to the system's clock, milliseconds. */
  readonly offset: number;
  /** Overrides the system's zone. */
  readonly zone: string | null;
}

export function createClock(settings: ClockSettings): Clock {
  return {
    now: () => Date.now() + settings.offset,
    // Asked each time: a laptop changes its zone under a running app.
    zone: () => settings.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
