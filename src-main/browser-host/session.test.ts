import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSession } from './session.ts';

const tokenOf = (entryPath: string): string => new URL(entryPath, 'http://127.0.0.1').searchParams.get('token') ?? '';

describe('a session', () => {
  it('is entered once', () => {
    const session = createSession(4000, randomBytes);
    const token = tokenOf(session.entryPath);
    expect(session.enter('')).toBeNull();
    expect(session.enter(`${token}x`)).toBeNull();
    expect(session.enter(token)).toMatch(/^daygrove-4000=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(session.enter(token)).toBeNull();
  });

  it('knows its cookie among others, and no other value', () => {
    const session = createSession(4000, randomBytes);
    const cookie = (session.enter(tokenOf(session.entryPath)) ?? '').split(';')[0] ?? '';
    expect(session.holds(cookie)).toBe(true);
    expect(session.holds(`a=b; ${cookie}; c`)).toBe(true);
    expect(session.holds(undefined)).toBe(false);
    expect(session.holds('')).toBe(false);
    expect(session.holds('daygrove-4000=')).toBe(false);
    expect(session.holds(cookie.replace('4000', '4001'))).toBe(false);
    expect(session.holds(cookie.slice(0, -1))).toBe(false);
  });

  it('does not put the token into the cookie', () => {
    const session = createSession(4000, randomBytes);
    const token = tokenOf(session.entryPath);
    expect(session.enter(token)).not.toContain(token);
  });
});
