import { setFlagsFromString } from 'node:v8';

/**
 * Imported before anything else by a process that reads a stranger's file. A reader makes one small thing after the other and keeps none of them: V8 would let a young generation of
 * a hundred megabytes grow over that, and gains nothing by it.
 */
setFlagsFromString('--max-semi-space-size=8');
setFlagsFromString('--semi-space-growth-factor=1');
