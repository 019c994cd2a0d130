import { describe, expect, it } from 'vitest';
import { syncAddress } from './address.ts';

describe('the address of a sync server', () => {
  it.each([
    ['libsql://daygrove-me.turso.io', 'https://daygrove-me.turso.io'],
    ['  https://example.org/path/  ', 'https://example.org/path'],
    ['https://example.org:8443', 'https://example.org:8443'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
    ['http://localhost:8787/', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('%s is %s', (typed, address) => {
    expect(syncAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'example.org',
    'http://example.org',
    'http://127.0.0.1.example.org',
    'file:///etc/passwd',
    'ftp://example.org',
    'javascript:alert(1)',
    'https://user:password@example.org',
    'https://example.org/?token=x',
    'https://example.org/#x',
    'libsql://',
  ])('%s is none that a token would be sent to', (typed) => {
    expect(syncAddress(typed)).toBeNull();
  });
});
