/**
 * The public half of the key that releases are signed with: PEM, Ed25519. Null until Daygrove has a place to release to: then the updater says that this build can check no
 * signature, and asks nobody. docs/releasing.md says how the two halves are made.
 */
export const RELEASE_KEY: string | null = null;
