import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacer } from '../../src/service/pacer.js';
import type { ChannelName } from '../../src/service/ports.js';

const LATE = Number.POSITIVE_INFINITY;

const to = (channel: ChannelName, tenant: string, person: string) => ({
  who: { tenant, person },
  address: { channel, to: {} },
});

/** The most posts that fall into any stretch of so many milliseconds. */
function most(times: readonly number[], perMs: number): number {
  return Math.max(0, ...times.map((start) => times.filter((at) => at >= start && at < start + perMs).length));
}

describe('the pace of posts', () => {
  it('is one a second in a conversation in Slack, and the first goes at once', () => {
    const pacer = createPacer();
    const times = [0, 0, 100].map((now) => pacer.reserve(to('slack', 'slack:T1', 'U1'), now, LATE));

    expect(times).toEqual([0, 1_000, 2_000]);
    expect(pacer.reserve(to('slack', 'slack:T1', 'U2'), 100, LATE)).toBe(100);
  });

  it('does not make one workspace wait for another', () => {
    const pacer = createPacer();
    for (let n = 0; n < 100; n++) pacer.reserve(to('slack', 'slack:T1', `U${n}`), 0, LATE);

    expect(pacer.reserve(to('slack', 'slack:T1', 'U100'), 0, LATE)).toBeGreaterThan(10_000);
    expect(pacer.reserve(to('slack', 'slack:T2', 'U1'), 0, LATE)).toBe(0);
  });

  it('tells a moment that is too late without taking it', () => {
    const pacer = createPacer();
    pacer.reserve(to('slack', 'slack:T1', 'U1'), 0, LATE);

    expect(pacer.reserve(to('slack', 'slack:T1', 'U1'), 0, 500)).toBe(1_000);
    expect(pacer.reserve(to('slack', 'slack:T1', 'U1'), 0, LATE)).toBe(1_000);
  });

  it('counts what other replicas have posted, once, and for as long as it counts', () => {
    const pacer = createPacer();
    const post = { who: { tenant: 'slack:T1', person: 'U1' }, channel: 'slack', agoMs: 300 } as const;
    pacer.hear([post], 5_000);
    pacer.hear([{ ...post, agoMs: 400 }], 5_100);

    expect(pacer.reserve(to('slack', 'slack:T1', 'U1'), 5_100, LATE)).toBe(5_700);
    expect(pacer.reserve(to('slack', 'slack:T1', 'U1'), 5_100, LATE)).toBe(6_700);
    expect(pacer.reserve(to('slack', 'slack:T1', 'U2'), 5_100, LATE)).toBe(5_100);
  });

  it('shares what a whole workspace may have with other replicas', () => {
    const pacer = createPacer();
    const theirs = Array.from({ length: 8 }, (_, n) => ({
      who: { tenant: 'slack:T1', person: `U${n}` },
      channel: 'slack' as const,
      agoMs: 1_000,
    }));
    pacer.hear(theirs, 10_000);
    const ours = [20, 21, 22].map((n) => pacer.reserve(to('slack', 'slack:T1', `U${n}`), 10_000, LATE));

    expect(ours).toEqual([10_000, 10_000, 11_000]);
  });

  it('leaves the playground and the terminal alone', () => {
    const pacer = createPacer();
    const times = Array.from({ length: 50 }, () => pacer.reserve(to('web', 'local', 'you'), 7, LATE));

    expect(new Set(times)).toEqual(new Set([7]));
  });

  it('never goes over what the platforms allow, whoever is written to and when', () => {
    const posts = fc.array(
      fc.record({
        channel: fc.constantFrom<ChannelName>('slack', 'teams'),
        tenant: fc.constantFrom('A', 'B'),
        person: fc.constantFrom('1', '2', '3'),
        afterMs: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 120 },
    );
    fc.assert(
      fc.property(posts, (all) => {
        const pacer = createPacer();
        const sent = new Map<string, number[]>();
        let now = 0;
        for (const { channel, tenant, person, afterMs } of all) {
          now += afterMs;
          const at = pacer.reserve(to(channel, `${channel}:${tenant}`, person), now, LATE);
          expect(at).toBeGreaterThanOrEqual(now);
          for (const key of [`${channel} conversation ${tenant} ${person}`, `${channel} tenant ${tenant}`])
            sent.set(key, [...(sent.get(key) ?? []), at]);
        }
        for (const [key, times] of sent) {
          if (key.startsWith('slack conversation')) expect(most(times, 1_000)).toBeLessThanOrEqual(1);
          if (key.startsWith('teams conversation')) {
            expect(most(times, 1_000)).toBeLessThanOrEqual(7);
            expect(most(times, 2_000)).toBeLessThanOrEqual(8);
            expect(most(times, 30_000)).toBeLessThanOrEqual(60);
          }
          if (key.startsWith('teams tenant')) expect(most(times, 1_000)).toBeLessThanOrEqual(50);
        }
      }),
    );
  });
});
