import { expect, it } from 'vitest';
import { securityHeaders as headersOfBrowserHost } from '../src-main/browser-host/security-headers.ts';
import { securityHeaders as headersOfElectron } from '../src-main/electron/security-headers.ts';

it('the page lives under the same policy in both hosts, but for the socket of the browser host', () => {
  const expected = {
    ...headersOfElectron,
    'Content-Security-Policy': headersOfElectron['Content-Security-Policy']?.replace(
      "connect-src 'none'",
      'connect-src ws://127.0.0.1:4000',
    ),
  };
  expect(headersOfBrowserHost(4000)).toEqual(expected);
});
