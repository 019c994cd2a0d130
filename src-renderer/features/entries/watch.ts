/** Counts who looks at what: a day may leave the screen in the moment it comes back. */
export interface Watch {
  add(key: string): void;
  remove(key: string): void;
  has(key: string): boolean;
  keys(): string[];
}

export function createWatch(): Watch {
  const counts = new Map<string, number>();
  return {
    add: (key) => void counts.set(key, (counts.get(key) ?? 0) + 1),
    remove: (key) => {
      const left = (counts.get(key) ?? 0) - 1;
      if (left > 0) counts.set(key, left);
      else counts.delete(key);
    },
    has: (key) => counts.has(key),
    keys: () => [...counts.keys()],
  };
}
