import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowserHost } from '../hosts/browser-host.ts';
import type { HostOptions, RunningHost } from '../hosts/host.ts';
import type { Words } from '../../src-shared/intl/choose-language.ts';
import { retouched } from './retouch.ts';
import { isSamePicture, smallPng } from './small-png.ts';

export const CLOCK = '2026-11-22T07:30:00Z';
export const TODAY = CLOCK.slice(0, 10);
export const PASSPHRASE = 'leeks before the first frost';
export const WIDE = { width: 1320, height: 860 };
const NARROW = { width: 900, height: 600 };
const LARGE = { width: 2560, height: 1440 };
/** Less than Playwright's own: a picture whose thing never comes is waited for in every picture that builds on it. */
const PATIENCE = 15_000;

/** In place of light and dark: each picture of the scene once, and called so. */
export type Variant = 'wide' | 'forced' | 'german' | 'pseudo' | 'pseudo-rtl';

const LANGUAGES: Readonly<Partial<Record<Variant, Words>>> = {
  german: 'de',
  pseudo: 'pseudo',
  'pseudo-rtl': 'pseudo-rtl',
};

const THEMES = ['light', 'dark'] as const;

function namesOf(name: string, variant: Variant | undefined): readonly string[] {
  return variant === undefined ? [...THEMES, 'narrow'].map((look) => `${name}-${look}`) : [`${name}-${variant}`];
}

/** One picture, in light and dark. */
export interface Shot {
  readonly name: string;
  /** From the picture before to this one; or from a fresh start, where that one failed. */
  readonly arrive: (page: Page) => Promise<void>;
  /** Also in a small window. */
  readonly narrow?: boolean;
}

/** Pictures of one run of the app, taken one behind the other. */
export interface Scene {
  readonly profile: string;
  /** Makes the app ready for the first picture; again behind a failure. */
  readonly begin?: (page: Page) => Promise<void>;
  readonly shots: readonly Shot[];
  readonly options?: Partial<HostOptions>;
  readonly variant?: Variant;
}

export interface Failure {
  readonly name: string;
  readonly reason: string;
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

export async function go(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: room }).click();
}

/** Opens what the palette finds under these words. */
export async function openByPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Command' }).fill(words);
  await page.getByRole('option', { name: words }).first().click();
}

/** The first lines of a failure of Playwright's, without its colours: what was waited for, not where in our code. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.replaceAll(/\u001B\[\d+m/gu, '').split('\n');
  const waited = lines.find((line) => line.includes('waiting for'))?.replace(/^[\s-]+/u, '');
  return [lines[0], ...(waited === undefined ? [] : [waited])].join(' ').trim();
}

/** Takes pictures into a folder. A picture that fails is remembered, and the next is tried from a fresh start of the app. */
export class Camera {
  readonly failures: Failure[] = [];
  taken = 0;
  readonly #folder: string;
  readonly #say: (line: string) => void;
  readonly #part: string;

  /** @param part of the names of the pictures that are wanted; empty: all */
  constructor(folder: string, say: (line: string) => void, part = '') {
    this.#folder = folder;
    this.#say = say;
    this.#part = part;
  }

  /** Whether one of these is to be taken. */
  wants(shots: readonly Pick<Shot, 'name'>[], variant?: Variant): boolean {
    return shots.some(({ name }) => namesOf(name, variant).some((each) => each.includes(this.#part)));
  }

  async take(scene: Scene): Promise<void> {
    // Each is reached from the one before: those behind the last that is wanted are not.
    const last = scene.shots.findLastIndex((shot) => this.wants([shot], scene.variant));
    let rest = scene.shots.slice(0, last + 1);
    while (rest.length > 0) {
      const count = await this.#takeSome(scene, rest);
      rest = rest.slice(count);
    }
  }

  /** What belongs to many pictures and is made before them. Behind its failure they are all counted as failed. */
  async prepare<T>(names: readonly string[], work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      for (const name of names) this.#fail(name, error);
      return null;
    }
  }

  /** @returns how many shots are done with, the last one perhaps because it failed; at least one. */
  async #takeSome(scene: Scene, shots: readonly Shot[]): Promise<number> {
    let current = 0;
    try {
      await withHost(scene, async ({ page }) => {
        page.setDefaultTimeout(PATIENCE);
        if (scene.variant !== undefined) await wear(page, scene.variant);
        await scene.begin?.(page);
        for (const shot of shots) {
          await shot.arrive(page);
          if (scene.variant === undefined) await this.#pictures(page, shot);
          else await this.#picture(page, `${shot.name}-${scene.variant}`);
          current += 1;
        }
      });
    } catch (error) {
      const shot = shots[Math.min(current, shots.length - 1)];
      if (shot !== undefined)
        this.#fail(scene.variant === undefined ? shot.name : `${shot.name}-${scene.variant}`, error);
      current += 1;
    }
    return current;
  }

  #fail(name: string, error: unknown): void {
    const reason = reasonOf(error);
    this.failures.push({ name, reason });
    this.#say(`Picture ${name} failed: ${reason}`);
  }

  async #pictures(page: Page, { name, narrow = false }: Shot): Promise<void> {
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.locator(`html[data-theme="${theme}"]`).waitFor();
      await this.#picture(page, `${name}-${theme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (!narrow) return;
    await page.setViewportSize(NARROW);
    await this.#picture(page, `${name}-narrow`);
    await page.setViewportSize(WIDE);
  }

  async #picture(page: Page, name: string): Promise<void> {
    if (!name.includes(this.#part)) return;
    // Without the caret: a picture between two blinks would be another one. A ring says where one writes.
    const picture = smallPng(await retouched(page, () => page.screenshot({ caret: 'hide' })));
    const file = join(this.#folder, `${name}.png`);
    const before = await readFile(file).catch(() => null);
    if (before === null || !isSamePicture(before, picture)) await writeFile(file, picture);
    this.taken += 1;
  }
}

async function wear(page: Page, variant: Variant): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  if (variant === 'forced') await page.emulateMedia({ forcedColors: 'active' });
  if (variant === 'wide') await page.setViewportSize(LARGE);
}

async function withHost(
  { profile, options = {}, variant }: Scene,
  work: (host: RunningHost) => Promise<void>,
): Promise<void> {
  const runDirectory = await mkdtemp(join(tmpdir(), 'daygrove-screens-'));
  const language = variant === undefined ? undefined : LANGUAGES[variant];
  try {
    const host = await startBrowserHost({
      runDirectory,
      profile,
      downloads: join(runDirectory, 'Downloads'),
      clock: CLOCK,
      timeZone: 'Europe/Vienna',
      idleLockSeconds: null,
      children: 'built',
      start: 1,
      onPage: async () => {},
      ...(language === undefined ? {} : { language }),
      ...options,
    });
    try {
      await host.page.setViewportSize(WIDE);
      await work(host);
    } finally {
      await host.quit();
    }
  } finally {
    await rm(runDirectory, { recursive: true, force: true });
  }
}
