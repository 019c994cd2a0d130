import { createHash, timingSafeEqual } from 'node:crypto';

export interface Session {
  /** The path and query that begin the session; its token is taken once. */
  readonly entryPath: string;
  /** The Set-Cookie value for the right token, the first time; null for every other try. */
  enter(token: string): string | null;
  /** Whether a request's Cookie header names the session. */
  holds(cookieHeader: string | undefined): boolean;
}

export const ENTRY_PATH = '/enter';

function same(left: string, right: string): boolean {
  // Digests, because timingSafeEqual wants equal lengths and the length of a secret is part of it.
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * One session for one run of the host. `randomBytes` gives cryptographically random bytes. `port` is part of the cookie's name: cookies
 * do not know ports, and two hosts in one browser would overwrite each other's.
 */
export function createSession(port: number, randomBytes: (count: number) => Uint8Array): Session {
  const secret = (): string => Buffer.from(randomBytes(32)).toString('base64url');
  const token = secret();
  const key = secret();
  const cookieName = `daygrove-${port}`;
  let used = false;
  return {
    entryPath: `${ENTRY_PATH}?token=${token}`,
    enter(offered) {
      if (used || !same(offered, token)) return null;
      used = true;
      return `${cookieName}=${key}; HttpOnly; SameSite=Strict; Path=/`;
    },
    holds(cookieHeader) {
      for (const part of (cookieHeader ?? '').split(';')) {
        const at = part.indexOf('=');
        if (at > 0 && part.slice(0, at).trim() === cookieName && same(part.slice(at + 1).trim(), key)) return true;
      }
      return false;
    },
  };
}
