import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../src/channels/slack/calls.js';
import { createHomes } from '../../../src/channels/slack/homes.js';
import type { Context } from '../../../src/coach/conversation/talk.js';
import { createLog } from '../../../src/log.js';
import type { Look } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { CoachAlone } from '../../stories/coach-alone.js';
import { problemsOfView } from './block-kit.js';
import { hear } from './driver.js';

const words = loadWords('en');
const log = createLog('silent');
const who = { tenant: 'slack:T1', person: 'U1' };

/** A person who says one thing after the other; what is seen is always the latest. */
class Person {
  readonly coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  changes = 0;

  change(): void {
    this.changes += 1;
    this.coach.do({ type: 'text', text: `I got an offer from Employer${this.changes}` });
  }

  readonly look: Look = async (_who, see) => see(this.coach.state, this.context());

  private context(): Context {
    const { now, zone, reminders } = this.coach;
    return { now, zone, reminders, locale: 'en-US', words };
  }
}

const textOf = (view: unknown): string => hear({ text: '', blocks: (view as { blocks: [] }).blocks }).text;

describe('the Home tab', () => {
  it('ends with the latest, whichever of several processes publishes last, in whatever order Slack takes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
        async (scheduler, by) => {
          const person = new Person();
          let published: unknown = null;
          const call: Call = async (_who, _method, { view }) => {
            await scheduler.schedule(Promise.resolve(), 'on its way');
            published = view;
            await scheduler.schedule(Promise.resolve(), 'answered');
            return { ok: true };
          };
          const look: Look = async (...given) => {
            const seen = await person.look(...given);
            await scheduler.schedule(Promise.resolve(), 'seen');
            return seen;
          };
          const processes = [0, 1, 2].map(() => createHomes({ call, look, words, log }));
          for (const one of processes) one.opened(who);
          const changes = scheduler.scheduleSequence(
            by.map((process) => async () => {
              person.change();
              processes[process]?.changed(who);
            }),
          );
          await scheduler.waitFor(changes.task);
          await scheduler.waitFor(Promise.all(processes.map((one) => one.settled())));
          expect(textOf(published)).toContain(`Employer${person.changes}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not published for somebody who never opened it', async () => {
    const call = vi.fn<Call>(async () => ({ ok: true }));
    const homes = createHomes({ call, look: new Person().look, words, log });
    homes.changed(who);
    await homes.settled();
    expect(call).not.toHaveBeenCalled();
  });

  it('tells after a click there where the answer is, until it is opened again', async () => {
    const views: unknown[] = [];
    const call: Call = async (_who, _method, { view }) => {
      views.push(view);
      return { ok: true };
    };
    const homes = createHomes({ call, look: new Person().look, words, log });
    homes.used(who);
    await homes.settled();
    homes.opened(who);
    await homes.settled();
    const note = words.text('slack.home.answered');
    expect(views.map((view) => textOf(view).includes(note))).toEqual([true, false]);
  });

  it('is published again when Slack was too busy, and not when it refuses', async () => {
    vi.useFakeTimers();
    const failures: (Error | null)[] = [new WebAPIRateLimitedError(5), null];
    const call = vi.fn<Call>(async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return { ok: true };
    });
    const homes = createHomes({ call, look: new Person().look, words, log });
    homes.opened(who);
    await homes.settled();
    expect(call).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5_000);
    await homes.settled();
    expect(call).toHaveBeenCalledTimes(2);
    failures.push(new WebAPIPlatformError({ ok: false, error: 'not_enabled' }));
    homes.changed(who);
    await homes.settled();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(call).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  it('is something that Slack takes, whatever the person wrote, and shows it as text', () => {
    const texts = fc.oneof(
      fc.constantFrom(
        '<!channel> <@U1>',
        'x'.repeat(10_000),
        '\u05d0\u202e evil',
        '👩‍👩‍👧 \uD83D',
        ' ',
        '*b*',
      ),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    return fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 12 }), async (lines) => {
        const person = new Person();
        person.change();
        for (const text of lines) person.coach.do({ type: 'text', text });
        const views: unknown[] = [];
        const call: Call = async (_who, _method, { view }) => {
          views.push(view);
          return { ok: true };
        };
        const homes = createHomes({ call, look: person.look, words, log });
        homes.opened(who);
        await homes.settled();
        expect(views.length).toBeGreaterThan(0);
        expect(views.flatMap(problemsOfView)).toEqual([]);
        expect(JSON.stringify(views)).not.toContain('mrkdwn');
      }),
      { numRuns: 60 },
    );
  });
});
