/**
 * Several devices, one server, and everything that goes wrong with them, drawn from a seed. Each device is the real application with its real
 * processes. At the end the trouble stops, the devices sync until they are level, and every acknowledged write must be there.
 */
import { mkdtemp, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createNodeSpawn } from '../../src-main/browser-host/node-child.ts';
import type { ChildKind, SpawnChild } from '../../src-main/processes/child.ts';
import { projections } from '../../src-main/storage/service.ts';
import { openTestApp, TEST_PASSPHRASE, TESTED_CHILDREN, type TestApp } from '../../src-main/testing/test-app.ts';
import { parseEnvelope, readEnvelope } from '../../src-main/vault/envelope-file.ts';
import { openChain, openWithPassphrase, type Envelope } from '../../src-main/vault/envelope.ts';
import { deriveKeys, type VaultKeys } from '../../src-main/vault/keys.ts';
import { openVersion, Vault } from '../../src-main/vault/vault.ts';
import type { Result } from '../../src-shared/result.ts';
import { BY_HAND, deviceOf, TOKEN, type Device } from '../sync/two-devices.ts';
import { SyncServer, type Fault, type SeenRequest } from '../support/sync-server/sync-server.ts';
import { actOnHabits, DAYS, HABIT_ACTIONS, habitState, isHabitAction, liveNumbers } from './habit-life.ts';
import { Ledger } from './ledger.ts';
import { Random } from './random.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly devices: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
  /** For the marker search: every request as the server saw it. */
  readonly onRequest?: (request: SeenRequest) => void;
  /** Called at the end with the folder that holds everything: each device's profile, the server. */
  readonly inspect?: (folder: string) => Promise<void> | void;
}

export interface SimulationReport {
  readonly acknowledged: number;
  readonly versions: number;
  readonly counts: Readonly<Record<string, number>>;
  /** In words; empty: the run is good. */
  readonly problems: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const CLOCK_OFFSETS = [0, 0, 0, -3 * DAY_MS, -3_600_000, 1_200_000, 3 * DAY_MS];
const LEVEL_ROUNDS = 15;

/** Stands at the front of every text: the marker search looks for it in what the server holds. */
export const PLAINTEXT = 'heliotrope-';

class SimulatedDevice {
  readonly name: string;
  readonly folder: string;
  readonly random: Random;
  readonly entries: string[] = [];
  readonly habits: string[] = [];
  device: Device | null = null;
  opened: TestApp | null = null;
  readonly #children = new Map<ChildKind, Set<{ kill: () => void }>>();

  constructor(name: string, folder: string, seed: number) {
    this.name = name;
    this.folder = folder;
    this.random = new Random(seed);
  }

  readonly spawn: SpawnChild = (kind) => {
    const child = createNodeSpawn(TESTED_CHILDREN)(kind);
    const children = this.#children.get(kind) ?? new Set();
    this.#children.set(kind, children.add(child));
    child.onExit(() => children.delete(child));
    return child;
  };

  /** With SIGKILL, as a crash or a power cut would. */
  kill(kind: ChildKind): boolean {
    const children = [...(this.#children.get(kind) ?? [])];
    for (const child of children) child.kill();
    return children.length > 0;
  }
}

export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const simulation = new Simulation(options, await mkdtemp(join(tmpdir(), 'daygrove-simulation-')));
  try {
    return await simulation.run();
  } finally {
    await simulation.close();
  }
}

class Simulation {
  readonly #options: SimulationOptions;
  readonly #root: string;
  readonly #ledger = new Ledger();
  readonly #counts: Record<string, number> = {};
  readonly #problems: string[] = [];
  readonly #devices: SimulatedDevice[] = [];
  /** Every passphrase that ever was, newest first. */
  readonly #passphrases: string[] = [TEST_PASSPHRASE];
  readonly #chaos: Random;
  #server: SyncServer | null = null;
  #faultRate = 0;
  #snapshots = 0;
  #marker = 0;
  #endsAt = 0;

  constructor(options: SimulationOptions, root: string) {
    this.#options = options;
    this.#root = root;
    this.#chaos = new Random(options.seed ^ 0x5eed);
  }

  async run(): Promise<SimulationReport> {
    const { seed, devices, seconds } = this.#options;
    this.#server = await SyncServer.start({
      dir: join(this.#root, 'server'),
      token: TOKEN,
      overlap: this.#chaos.chance(0.7) ? 'strict' : 'identical',
      oldGeneration: this.#chaos.chance(0.5) ? 'error' : 'conflict',
      rollOverFrames: this.#chaos.pick([0, 60, 200]),
      ...(this.#options.onRequest === undefined ? {} : { onRequest: this.#options.onRequest }),
    });
    for (let index = 0; index < devices; index += 1) {
      const name = String.fromCodePoint('A'.codePointAt(0)! + index);
      this.#devices.push(new SimulatedDevice(name, join(this.#root, name), seed * 31 + index + 1));
    }
    await this.#begin();
    this.#server.fault = (request) => this.#fault(request);
    this.#endsAt = performance.now() + seconds * 1000;
    await Promise.all([...this.#devices.map((device) => this.#live(device)), this.#disturb()]);
    this.#server.fault = () => null;
    this.#faultRate = 0;
    await this.#level();
    const versions = await this.#judge();
    await this.#options.inspect?.(this.#root);
    return {
      acknowledged: this.#ledger.acknowledged,
      versions,
      counts: Object.fromEntries(Object.entries(this.#counts).toSorted(([one], [other]) => (one < other ? -1 : 1))),
      problems: this.#problems,
    };
  }

  async close(): Promise<void> {
    for (const device of this.#devices) await device.opened?.app.close();
    await this.#server?.close();
    await rm(this.#root, { recursive: true, force: true, maxRetries: 5 });
  }

  #say(who: string, what: string): void {
    this.#counts[what.split(':')[0]!] = (this.#counts[what.split(':')[0]!] ?? 0) + 1;
    this.#options.say(`${who} ${what}`);
  }

  /** The first device makes the vault, the others join it; one of them only later, with a vault that has lived without a network. */
  async #begin(): Promise<void> {
    const [first, ...others] = this.#devices;
    await this.#start(first!, 0);
    const { client } = first!.opened!;
    const made = expectValue(await client.invoke('vault.create', { passphrase: TEST_PASSPHRASE }));
    expectValue(await client.invoke('vault.confirm-recovery-key', { recoveryKey: made.recoveryKey }));
    for (let count = 0; count < 5; count += 1) await this.#act(first!, 'new-entry');
    await this.#act(first!, 'new-habit');
    expectValue(await client.invoke('sync.connect', { url: this.#server!.url, token: TOKEN }));
    await first!.device!.until((status) => status.state === 'synced');
    for (const device of others) {
      await this.#start(device, device.random.pick(CLOCK_OFFSETS));
      const input = { url: this.#server!.url, token: TOKEN, method: 'passphrase', secret: TEST_PASSPHRASE } as const;
      expectValue(await device.opened!.client.invoke('vault.join', input));
      device.entries.push(...first!.entries);
      device.habits.push(...first!.habits);
    }
  }

  async #start(device: SimulatedDevice, offset: number): Promise<void> {
    const opened = await openTestApp(device.folder, {
      spawnChild: device.spawn,
      clock: { offset, zone: 'Europe/Vienna' },
      // A server that hangs is waited for as briefly as it can be without giving up on a busy machine.
      syncTiming: { ...BY_HAND, patienceMs: 4000, networkCheckMs: 3_600_000 },
    });
    device.opened = opened;
    device.device = deviceOf(opened);
  }

  async #unlock(device: SimulatedDevice): Promise<boolean> {
    const client = device.opened!.client;
    const state = expectValue(await client.invoke('vault.state', {}));
    if (state.state === 'unlocked') return true;
    const secret = await this.#passphraseOf(await readEnvelope(device.folder));
    if (secret === null) {
      this.#problems.push(`${device.name}: no passphrase that ever was opens its vault`);
      return false;
    }
    const unlocked = await client.invoke('vault.unlock', { method: 'passphrase', secret });
    if (unlocked.ok) return true;
    // It was killed while it opened: the next step tries again.
    if (unlocked.error.code !== 'storage-stopped') {
      this.#problems.push(`${device.name}: unlock says ${unlocked.error.code}`);
    }
    return false;
  }

  async #passphraseOf(envelope: Envelope | null): Promise<string | null> {
    if (envelope === null) return null;
    for (const passphrase of this.#passphrases) {
      if ((await openWithPassphrase(envelope, passphrase)) !== null) return passphrase;
    }
    return null;
  }

  /** One device's evening. */
  async #live(device: SimulatedDevice): Promise<void> {
    while (performance.now() < this.#endsAt) {
      if (!(await this.#unlock(device))) continue;
      const action = device.random.weighted({
        'new-entry': 6,
        edit: 22,
        delete: 3,
        restore: 2,
        'empty-trash': 1,
        ...HABIT_ACTIONS,
        sync: 26,
        'kill-storage': 4,
        'kill-sync': 8,
        restart: 1.5,
        mangle: 4,
        'change-passphrase': 0.8,
        'renew-key': 0.6,
        lock: 1,
      });
      await this.#act(device, action);
    }
  }

  async #act(device: SimulatedDevice, action: string): Promise<void> {
    const { random } = device;
    const client = device.opened!.client;
    if (isHabitAction(action)) {
      const { name, habits } = device;
      const newMarker = (): string => this.#nextMarker(device);
      const doer = { name, random, habits, client, ledger: this.#ledger, plaintext: PLAINTEXT, newMarker };
      const result = await actOnHabits(action, doer);
      if (result !== null) this.#say(device.name, `${action}: ${outcome(result)}`);
      return;
    }
    switch (action) {
      case 'new-entry': {
        const id = random.uuid();
        const marker = this.#nextMarker(device);
        const body = `${PLAINTEXT}evening\n\n${marker} is what happened.\n\nAnd a walk.`;
        const written = await client.invoke('entries.write', { id, day: random.pick(DAYS), body });
        device.entries.push(id);
        if (written.ok) this.#ledger.wrote(device.name, id, marker);
        this.#say(device.name, `new-entry: ${id.slice(0, 8)} ${marker} ${outcome(written)}`);
        return;
      }
      case 'edit':
        await this.#edit(device, async (work) => work);
        return;
      case 'delete':
      case 'restore': {
        const known = await this.#someEntry(device);
        if (known === null) return;
        const channel = action === 'delete' ? 'entries.remove' : 'entries.restore';
        const result = await client.invoke(channel, { ids: [known] });
        if (result.ok && action === 'delete') this.#ledger.deleted(known);
        this.#say(device.name, `${action}: ${known.slice(0, 8)} ${outcome(result)}`);
        return;
      }
      case 'empty-trash': {
        const trash = await client.invoke('entries.trash', {});
        if (!trash.ok) return;
        // Whether it is answered or not: what the devices know of these entries by now may be gone. What is written from here on may not.
        for (const { id } of trash.value.entries) this.#ledger.erasing(id);
        const removedUpTo = new Date(8.64e15).toISOString();
        const result = await client.invoke('entries.empty-trash', { removedUpTo, limit: 200 });
        this.#say(device.name, `empty-trash: ${result.ok ? result.value.erased : outcome(result)}`);
        return;
      }
      case 'sync': {
        const status = await device.device!.sync();
        this.#say(device.name, `sync: ${status.state} ${status.problem ?? ''} waiting ${status.waiting}`);
        if (status.problem === 'renewed-key') await this.#adopt(device);
        return;
      }
      case 'kill-storage':
        await this.#edit(device, async (work) => {
          await delay(random.next() * 25);
          device.kill('storage');
          return work;
        });
        this.#say(device.name, 'kill-storage');
        return;
      case 'kill-sync': {
        const cycle = device.device!.sync();
        await delay(random.next() * 450);
        const hit = device.kill('sync');
        const status = await cycle;
        this.#say(device.name, `kill-sync: ${hit ? 'hit' : 'too late'} ${status.state} ${status.problem ?? ''}`);
        return;
      }
      case 'restart': {
        await device.opened!.app.close();
        const offset = random.pick(CLOCK_OFFSETS);
        await this.#start(device, offset);
        this.#say(device.name, `restart: clock ${offset / 3_600_000} h`);
        return;
      }
      case 'mangle':
        this.#say(device.name, `mangle: ${await mangle(join(device.folder, 'mailbox'), random)}`);
        return;
      case 'change-passphrase': {
        const current = await this.#passphraseOf(await readEnvelope(device.folder));
        const next = `passphrase ${device.name} ${random.below(1_000_000)}`;
        this.#passphrases.unshift(next);
        const result = await client.invoke('vault.change-passphrase', { current: current ?? '?', next });
        this.#say(device.name, `change-passphrase: ${outcome(result)}`);
        return;
      }
      case 'renew-key': {
        const passphrase = await this.#passphraseOf(await readEnvelope(device.folder));
        const prepared = await client.invoke('vault.renew-key', { passphrase: passphrase ?? '?' });
        if (!prepared.ok) {
          this.#say(device.name, `renew-key: ${outcome(prepared)}`);
          return;
        }
        const isKilled = random.chance(0.3);
        const work = client.invoke('vault.confirm-renewal', { recoveryKey: prepared.value.recoveryKey });
        if (isKilled) {
          await delay(random.next() * 300);
          device.kill('storage');
        }
        this.#say(device.name, `renew-key: ${outcome(await work)}${isKilled ? ', killed' : ''}`);
        return;
      }
      case 'lock':
        expectValue(await client.invoke('vault.lock', {}));
        this.#say(device.name, 'lock');
        return;
    }
  }

  /** Adds a word to an entry, or puts it in another's place, based on what the device shows or on what it showed a while ago. */
  async #edit(device: SimulatedDevice, meanwhile: <T>(work: Promise<T>) => Promise<T>): Promise<void> {
    const { random } = device;
    const client = device.opened!.client;
    const id = await this.#someEntry(device);
    if (id === null) return;
    const before = await client.invoke('entries.get', { id });
    if (!before.ok) {
      this.#say(device.name, `edit: ${outcome(before)}`);
      return;
    }
    const { body, revision, day } = before.value;
    // What arrives between reading and writing is merged by the base.
    if (random.chance(0.15)) await this.#act(device, 'sync');
    const marker = this.#nextMarker(device);
    const own = [...body.matchAll(/\bm[A-Z]\d+z\b/g)].map(([word]) => word);
    const how = random.weighted({ append: 4, prepend: 2, insert: 4, replace: own.length > 0 ? 3 : 0 });
    let text: string;
    if (how === 'append') text = `${body}\n\n${marker} came later.`;
    else if (how === 'prepend') text = `${marker} first.\n\n${body}`;
    else if (how === 'insert') {
      const words = body.split(' ');
      words.splice(random.below(words.length + 1), 0, marker);
      text = words.join(' ');
    } else {
      const replaced = random.pick(own);
      this.#ledger.releasing(replaced);
      text = body.replace(replaced, marker);
    }
    const written = await meanwhile(client.invoke('entries.write', { id, day, body: text, base: revision }));
    if (written.ok) this.#ledger.wrote(device.name, id, marker);
    this.#say(device.name, `edit: ${how} ${marker} in ${id.slice(0, 8)} ${outcome(written)}`);
  }

  async #someEntry(device: SimulatedDevice): Promise<string | null> {
    const page = await device.opened!.client.invoke('entries.timeline', { before: null, limit: 50 });
    const shown = page.ok ? page.value.days.flatMap((day) => day.entries.map((entry) => entry.id)) : [];
    const all = [...new Set([...shown, ...device.entries])];
    // The same few again and again: that is where devices meet.
    return all.length === 0 ? null : device.random.pick(all.slice(0, 8));
  }

  async #adopt(device: SimulatedDevice): Promise<void> {
    const text = await readFile(join(device.folder, 'vault.renewed.json'), 'utf8').catch(() => '');
    const secret = await this.#passphraseOf(parseEnvelope(text));
    if (secret === null) return;
    const isKilled = device.random.chance(0.2) && performance.now() < this.#endsAt;
    const work = device.opened!.client.invoke('vault.adopt-key', { method: 'passphrase', secret });
    if (isKilled) {
      await delay(device.random.next() * 300);
      device.kill('storage');
    }
    this.#say(device.name, `adopt-key: ${outcome(await work)}${isKilled ? ', killed' : ''}`);
  }

  /** What befalls the server. */
  async #disturb(): Promise<void> {
    const server = this.#server!;
    while (performance.now() < this.#endsAt) {
      await delay(300 + this.#chaos.next() * 1500);
      const event = this.#chaos.weighted({
        faults: 6,
        calm: 5,
        'roll-over': 5,
        snapshot: 3,
        restore: 2,
        reset: 1.5,
        away: 2,
      });
      let detail = '';
      switch (event) {
        case 'faults':
          this.#faultRate = this.#chaos.pick([0.05, 0.2, 0.5]);
          detail = String(this.#faultRate);
          break;
        case 'calm':
          this.#faultRate = 0;
          break;
        case 'roll-over':
          await server.rollOver();
          break;
        case 'snapshot':
          await server.snapshotTo(join(this.#root, `snapshot-${this.#snapshots}`));
          this.#snapshots += 1;
          break;
        case 'restore':
          if (this.#snapshots === 0) continue;
          detail = String(this.#chaos.below(this.#snapshots));
          await server.restoreFrom(join(this.#root, `snapshot-${detail}`));
          break;
        case 'reset': {
          const generation = this.#chaos.pick([1, server.generation, server.generation + 1]);
          detail = String(generation);
          await server.reset(generation);
          break;
        }
        case 'away': {
          const { port } = server;
          await server.stop();
          await delay(this.#chaos.next() * 1500);
          await server.listen(port);
          break;
        }
      }
      this.#say('server', `${event}${detail === '' ? '' : `: ${detail}`}`);
    }
  }

  #fault(request: SeenRequest): Fault | null {
    if (!this.#chaos.chance(this.#faultRate)) return null;
    const kind = this.#chaos.weighted({
      latency: 4,
      status: 4,
      'reset-before': 3,
      'reset-after': 4,
      truncated: 2,
      short: 2,
      hang: 0.4,
      redirect: 1,
      html: 1,
      'wrong-generation': 1,
    });
    this.#counts[`fault ${kind}`] = (this.#counts[`fault ${kind}`] ?? 0) + 1;
    this.#options.say(`server fault ${kind} ${request.method} ${request.path}`);
    switch (kind) {
      case 'latency':
        return { kind, ms: this.#chaos.next() * 300 };
      case 'status':
        return { kind, status: this.#chaos.pick([400, 401, 404, 500, 502, 503]) };
      case 'redirect':
        return { kind, location: this.#chaos.pick(['/sign-in', `${this.#server!.url}/sign-in`]) };
      case 'wrong-generation':
        return { kind, generation: this.#server!.generation + 1 + this.#chaos.below(3) };
      default:
        return { kind };
    }
  }

  #nextMarker(device: SimulatedDevice): string {
    this.#marker += 1;
    // With an end: no marker is the beginning of another.
    return `m${device.name}${this.#marker}z`;
  }

  /** No more trouble: sync until all say that they are level, twice in a row. */
  async #level(): Promise<void> {
    let levelRounds = 0;
    for (let round = 0; levelRounds < 2; round += 1) {
      if (round > LEVEL_ROUNDS) {
        for (const device of this.#devices) {
          const status = await device.device!.status();
          this.#problems.push(
            `${device.name} is not level: ${status.state} ${status.problem ?? ''} waiting ${status.waiting}`,
          );
        }
        return;
      }
      let isLevel = true;
      let stuck = 0;
      for (const device of this.#devices) {
        if (!(await this.#unlock(device))) {
          isLevel = false;
          continue;
        }
        const status = await device.device!.sync();
        this.#options.say(`${device.name} levels: ${status.state} ${status.problem ?? ''} waiting ${status.waiting}`);
        if (status.problem === 'renewed-key') await this.#adopt(device);
        if (status.state !== 'synced') isLevel = false;
        if (status.problem === 'server' || status.problem === 'other-vault') stuck += 1;
      }
      levelRounds = isLevel ? levelRounds + 1 : 0;
      // A push that met a reset in the same instant has left a database on the server that is none (F15c). A person would make a new one.
      if (stuck === this.#devices.length && round >= 2) {
        this.#say('server', 'replaced: its database could not be opened by anybody');
        await this.#server!.reset(this.#server!.generation + 1);
      }
    }
  }

  /** Opens every vault as it lies on the disk, and compares. @returns how many versions each holds */
  async #judge(): Promise<number> {
    const dumps: { name: string; versions: string; state: string }[] = [];
    const texts = new Map<string, string[]>();
    const marks = new Map<string, Set<string>>();
    const notes = new Map<string, string[]>();
    const deleted = new Set<string>();
    let count = 0;
    for (const device of this.#devices) {
      const live = await liveNumbers(device.opened!.client);
      await device.opened!.app.close();
      device.opened = null;
      const keys = await this.#keysOf(device);
      if (keys === null) continue;
      const clock = { now: Date.now, zone: () => 'Europe/Vienna' };
      const vault = await Vault.open(join(device.folder, 'vault.db'), keys, clock, projections);
      const versions: string[] = [];
      const ids = new Map<string, Uint8Array>();
      for await (const version of vault.versions()) {
        const id = Buffer.from(version.id).toString('hex');
        versions.push(`${id}/${Buffer.from(version.hlc).toString('hex')}`);
        ids.set(id, version.id);
        const record = openVersion(keys, version);
        if (record === null) {
          this.#problems.push(`${device.name}: a version does not open`);
          continue;
        }
        const { fields } = record;
        const entry = uuidOf(id);
        if (record.type === 'entry') {
          texts.set(entry, [...(texts.get(entry) ?? []), String(fields['body'])]);
          if (record.deleted) deleted.add(entry);
        } else if (record.type === 'check-in') {
          const key = `${uuidOf(String(fields['habit']))}|${String(fields['day'])}`;
          const { mark } = (fields['logged'] ?? {}) as { mark?: string };
          marks.set(key, (marks.get(key) ?? new Set()).add(String(mark)));
          notes.set(key, [...(notes.get(key) ?? []), String(fields['note'])]);
        }
      }
      const state: unknown[] = [];
      for (const id of [...ids.keys()].toSorted()) {
        const record = await vault.record(ids.get(id)!);
        state.push([id, record?.type, record?.deleted, record?.fields]);
      }
      const projected = await vault.read.all(
        'SELECT hex(id) AS id, day, body, mood, tags, starred, deleted FROM entry ORDER BY id',
      );
      const habits = await habitState(vault);
      if (live !== null && !isDeepStrictEqual(live, habits.numbers)) {
        this.#problems.push(`${device.name}: what it showed of habits is not what its check-ins say`);
      }
      dumps.push({
        name: device.name,
        versions: versions.toSorted().join('\n'),
        state: JSON.stringify([state, projected, habits]),
      });
      count = versions.length;
      await vault.close();
    }
    const [first, ...others] = dumps;
    for (const other of others) {
      if (other.versions !== first!.versions)
        this.#problems.push(`${other.name} and ${first!.name} hold different versions`);
      else if (other.state !== first!.state)
        this.#problems.push(`${other.name} and ${first!.name} show different states`);
    }
    for (const missing of this.#ledger.missing(texts, marks, notes, deleted)) this.#problems.push(`lost: ${missing}`);
    return count;
  }

  async #keysOf(device: SimulatedDevice): Promise<VaultKeys | null> {
    const envelope = await readEnvelope(device.folder);
    const passphrase = await this.#passphraseOf(envelope);
    if (envelope === null || passphrase === null) {
      this.#problems.push(`${device.name}: its vault cannot be opened`);
      return null;
    }
    const chain = openChain(envelope, (await openWithPassphrase(envelope, passphrase))!)!;
    return deriveKeys(chain.vaultKey, Buffer.from(envelope.vaultId, 'base64'), chain.earlier);
  }
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function outcome(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

function expectValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error.code}`);
  return result.value;
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Does to one of the mailbox's files what disks, copies and other programs do. @returns what it did */
async function mangle(folder: string, random: Random): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).toSorted();
  if (names.length === 0) return 'nothing there';
  const name = random.pick(names);
  const path = join(folder, name);
  const how = random.pick(['cut', 'remove', 'flip', 'empty'] as const);
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  if (size === 0) return 'nothing there';
  if (how === 'remove') {
    await rm(path, { force: true, recursive: true });
  } else {
    const file = await open(path, 'r+');
    if (how === 'cut') await file.truncate(random.below(size));
    else if (how === 'empty') await file.truncate(0);
    else {
      const place = random.below(size);
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, place);
      byte[0] = byte[0]! ^ (1 << random.below(8));
      await file.write(byte, 0, 1, place);
    }
    await file.close();
  }
  return `${how} ${name}`;
}
