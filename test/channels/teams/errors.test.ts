import { describe, expect, it } from 'vitest';
import { classify, describeError } from '../../../src/channels/teams/errors.js';

const http = (statusCode: number, headers: Record<string, string> = {}) =>
  Object.assign(new Error('quotes "Dear Sam"'), {
    name: 'RestError',
    statusCode,
    response: { headers: { get: (name: string) => headers[name] } },
  });
const network = (code: string) => Object.assign(new Error('quotes "Dear Sam"'), { name: 'RestError', code });

describe('a post that failed', () => {
  it.each([403, 404])('HTTP %d: nothing reaches the person there any more', (status) => {
    expect(classify(http(status), true)).toEqual({
      type: 'refused',
      reason: `HTTP ${status}`,
      addressDead: true,
    });
  });

  it.each([400, 405, 409, 413, 307])('HTTP %d: this message is not taken, others may be', (status) => {
    expect(classify(http(status), true)).toEqual({
      type: 'refused',
      reason: `HTTP ${status}`,
      addressDead: false,
    });
  });

  it.each([408, 500, 502, 503, 504])('HTTP %d: it may have arrived', (status) => {
    expect(classify(http(status), true)).toEqual({ type: 'unknown', reason: `HTTP ${status}` });
  });

  it('HTTP 401: the credentials are wrong, the message is not', () => {
    expect(classify(http(401), true)).toEqual({ type: 'not-sent', reason: 'HTTP 401' });
  });

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '0.2' }, 200],
    [{ 'retry-after': '-3' }, 0],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, 5_000],
    [{}, 5_000],
  ])('HTTP 429 and 412 with %j: come back after %d ms', (headers, retryAfterMs) => {
    for (const status of [429, 412])
      expect(classify(http(status, headers), true)).toEqual({ type: 'throttled', retryAfterMs });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CERT_HAS_EXPIRED'])('%s: nothing was sent', (code) => {
    expect(classify(network(code), true)).toEqual({ type: 'not-sent', reason: `RestError ${code}` });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])('%s: it may have arrived', (code) => {
    expect(classify(network(code), true)).toEqual({ type: 'unknown', reason: `RestError ${code}` });
  });

  it('anything before the request was begun: nothing was sent', () => {
    expect(classify(http(500), false).type).toBe('not-sent');
    expect(classify(new Error('no token'), false)).toEqual({ type: 'not-sent', reason: 'Error' });
  });

  it('anything unheard of after it was begun: it may have arrived', () => {
    for (const thrown of [new Error('?'), 'text', null, undefined, 5])
      expect(classify(thrown, true)).toEqual({ type: 'unknown', reason: 'Error' });
  });
});

describe('what is logged of an error', () => {
  it('its kind and place, not its message', () => {
    const described = describeError(new TypeError('I was offered 85k by Acme\n    by phone'));
    expect(described).toMatchObject({ name: 'TypeError', code: null });
    expect(described.at[0]).toContain('errors.test.ts');
    expect(JSON.stringify(described)).not.toMatch(/Acme|phone/);
  });

  it('no more than its type when something else was thrown', () => {
    expect(describeError('I was offered 85k')).toEqual({ name: 'string', code: null, at: [] });
  });
});
