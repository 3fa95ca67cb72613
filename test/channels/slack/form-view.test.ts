import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enteredIn, errorsIn, fitsView, formView, noteView } from '../../../src/channels/slack/form-view.js';
import { createForms } from '../../../src/channels/slack/forms.js';
import type { Form } from '../../../src/coach/message.js';
import { createLog } from '../../../src/log.js';
import type { Look } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import { problemsOfView } from './block-kit.js';
import { form } from './messages.js';

const words = loadWords('en');
const origin = { action: '{"do":"form"}', channel: 'D1' };

describe('a form in Slack', () => {
  it('of any content is something that Slack takes, or is not opened at all', () => {
    fc.assert(
      fc.property(form, (asked) => {
        if (fitsView(asked)) expect(problemsOfView(formView(asked, origin, words))).toEqual([]);
        else
          expect(
            asked.fields.length === 0 || asked.fields.some(({ value }) => (value ?? '').length > 2_999),
          ).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it.each(['waiting', 'answered', 'failed'] as const)(
    'that only says %s is something that Slack takes',
    (id) => {
      expect(problemsOfView(noteView(id, origin, words))).toEqual([]);
    },
  );

  it('puts each problem below its own field, and reads nothing of another app’s fields', () => {
    expect(errorsIn({ pay: 'No amount.' })).toEqual({ 'field:pay': 'No amount.' });
    expect(enteredIn({ pay: { entry: { value: 'x' } }, 'field:pay': { other: { value: 'x' } } })).toEqual({});
  });
});

describe('a form whose notes take long to find', () => {
  const who = { tenant: 'slack:T1', person: 'U1' };
  const opening = { trigger: '1.2', action: 'a', to: { channel: 'D1' } };
  const asked: Form = {
    title: 'Terms',
    fields: [{ id: 'role', label: 'Role', field: 'text', options: [], value: null }],
    submit: { label: 'Save', action: 'a' },
  };

  /** Opens with what is found once Slack has been answered; the calls in order, and what came of it. */
  async function openLate(found: () => Promise<Form | null>) {
    const calls: [string, string][] = [];
    const order: string[] = [];
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const look = (async () => {
      await held;
      return found();
    }) as unknown as Look;
    const forms = createForms({
      look,
      words,
      log: createLog('silent'),
      soonMs: 1,
      call: async (_who, method, { view }) => {
        calls.push([method, JSON.stringify(view)]);
        order.push(method);
        return { ok: true, view: { id: 'V1' } } as never;
      },
    });
    const opened = await forms
      .open(who, opening, async () => {
        order.push('answered');
        release();
      })
      .catch((error: Error) => error.message);
    return { opened, order, last: calls.at(-1)?.[1] ?? '' };
  }

  it('opens with a word to wait, within the time of its trigger, and then becomes the form', async () => {
    const { opened, order, last } = await openLate(async () => asked);
    expect([opened, order]).toEqual(['V1', ['views.open', 'answered', 'views.update']]);
    expect(last).toContain('"field:role"');
  });

  it('says that it is no longer open, and is a click like any other', async () => {
    const { opened, last } = await openLate(async () => null);
    expect(opened).toBeNull();
    expect(last).toContain(words.text('slack.form.answered'));
  });

  it('says that the notes cannot be read just now', async () => {
    const { opened, last } = await openLate(() => Promise.reject(new Error('the database is away')));
    expect(opened).toBe('the database is away');
    expect(last).toContain(words.text('slack.form.failed'));
  });
});
