import { createContext, useContext } from 'react';

/** Asks how all this is protected. Given by `Askable`. */
export const AskHow = createContext<() => void>(() => {
  throw new Error('Nothing around this can be asked.');
});

export function useAskHow(): () => void {
  return useContext(AskHow);
}
