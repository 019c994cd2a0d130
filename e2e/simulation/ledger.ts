/**
 * What the app has said "saved" to. A marker is a word that stands in one text only; a person who takes it out again releases it. At the end each marker that was
 * not released must stand in the entry's current text or in a version of it.
 */
export class Ledger {
  readonly #markers = new Map<string, { readonly entry: string; readonly device: string }>();
  readonly #released = new Set<string>();
  /** Per device and check-in, the last mark acknowledged: later ones of the same device take the place of earlier ones. */
  readonly #marks = new Map<string, { readonly habit: string; readonly day: string; readonly mark: string }>();
  /** As the marks, for notes: the word that stands in the note only. */
  readonly #notes = new Map<string, { readonly habit: string; readonly day: string; readonly marker: string }>();
  readonly #deletions = new Set<string>();
  acknowledged = 0;

  /** Before the write is asked for: whether it is answered or not, the word may be gone. */
  releasing(marker: string): void {
    this.#released.add(marker);
  }

  /** Before a trash is emptied that an entry lies in: every word that it has so far may be gone. */
  erasing(entry: string): void {
    for (const [marker, written] of this.#markers) if (written.entry === entry) this.#released.add(marker);
  }

  wrote(device: string, entry: string, marker: string): void {
    this.acknowledged += 1;
    this.#markers.set(marker, { entry, device });
  }

  /** Asked for and not answered: an earlier mark may have been replaced by it. */
  checkingIn(device: string, habit: string, day: string): void {
    this.#marks.delete(`${device}|${habit}|${day}`);
  }

  checkedIn(device: string, habit: string, day: string, mark: string): void {
    this.acknowledged += 1;
    this.#marks.set(`${device}|${habit}|${day}`, { habit, day, mark });
  }

  noting(device: string, habit: string, day: string): void {
    this.#notes.delete(`${device}|${habit}|${day}`);
  }

  noted(device: string, habit: string, day: string, marker: string): void {
    this.acknowledged += 1;
    this.#notes.set(`${device}|${habit}|${day}`, { habit, day, marker });
  }

  deleted(entry: string): void {
    this.acknowledged += 1;
    this.#deletions.add(entry);
  }

  /**
   * @param texts every text that an entry ever had, the current one too
   * @param marks every mark that a check-in ever had, by `habit|day`
   * @param notes every note that a check-in ever had, likewise
   * @param deleted entries that have a deleted version
   * @returns what is missing, in words; empty: nothing
   */
  missing(
    texts: ReadonlyMap<string, readonly string[]>,
    marks: ReadonlyMap<string, ReadonlySet<string>>,
    notes: ReadonlyMap<string, readonly string[]>,
    deleted: ReadonlySet<string>,
  ): string[] {
    const lost: string[] = [];
    for (const [marker, { entry, device }] of this.#markers) {
      if (this.#released.has(marker)) continue;
      if (!(texts.get(entry) ?? []).some((text) => text.includes(marker))) {
        lost.push(`${marker} of entry ${entry}, written on ${device}`);
      }
    }
    for (const { habit, day, mark } of this.#marks.values()) {
      if (!(marks.get(`${habit}|${day}`)?.has(mark) ?? false)) lost.push(`mark ${mark} of ${habit} on ${day}`);
    }
    for (const { habit, day, marker } of this.#notes.values()) {
      if (!(notes.get(`${habit}|${day}`) ?? []).some((note) => note.includes(marker))) {
        lost.push(`note ${marker} of ${habit} on ${day}`);
      }
    }
    for (const entry of this.#deletions) {
      if (!deleted.has(entry)) lost.push(`the deletion of ${entry}`);
    }
    return lost;
  }
}
