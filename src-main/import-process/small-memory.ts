import { setFlagsFromString } from 'node:v8';

/** For a process that reads a stranger's file, before it does. Not every host can say it at the start. */
export function keepMemorySmall(): void {
  // A file that would take more is none of anybody's: this process ends then, and no other feels it.
  setFlagsFromString('--max-old-space-size=512');
  // A reader makes one small thing after the other and keeps none of them: V8 would let a young generation of a hundred megabytes grow over that, and gain nothing by it.
  setFlagsFromString('--max-semi-space-size=8');
  setFlagsFromString('--semi-space-growth-factor=1');
}
