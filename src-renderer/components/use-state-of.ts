import { useState } from 'react';

/**
 * State of a part of the page that stays in place while what it shows becomes another thing: of that other one it is `first` again. A `key` would say the same, and
 * build the whole part anew.
 * @param subject names what is shown
 */
export function useStateOf<T>(subject: string, first: T): readonly [T, (value: T) => void] {
  const [held, setHeld] = useState({ subject, value: first });
  return [held.subject === subject ? held.value : first, (value) => setHeld({ subject, value })];
}
