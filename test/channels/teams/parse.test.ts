import { describe, expect, it } from 'vitest';
import { admitted, parse } from './fixtures.js';

const inbound = (name: string, changes: Record<string, unknown> = {}) => {
  const parsed = parse(admitted(name, changes));
  if (parsed.type === 'ignored') throw new Error(`ignored: ${parsed.reason}`);
  return parsed;
};
const inputOf = (name: string, changes: Record<string, unknown> = {}) => inbound(name, changes).inbound.input;
const typed = (text: string) => inputOf('message', { text });

describe('who, where and when', () => {
  it('keeps everything that a later message needs, and nothing about the person', () => {
    expect(inbound('message').inbound).toEqual({
      id: 'a:1example-conversation|1700000000001',
      doneAt: Date.UTC(2026, 10, 20, 15) * 1_000,
      marks: [],
      who: {
        tenant: 'teams:11111111-2222-4333-8444-555555555555',
        person: '66666666-7777-4888-8999-aaaaaaaaaaaa',
      },
      address: {
        channel: 'teams',
        to: {
          tenantId: '11111111-2222-4333-8444-555555555555',
          aadObjectId: '66666666-7777-4888-8999-aaaaaaaaaaaa',
          userMri: '29:1example-user',
          conversationId: 'a:1example-conversation',
          serviceUrl: 'http://127.0.0.1:3978/',
          botMri: '28:00000000-0000-4000-8000-000000000000',
        },
      },
      input: { type: 'text', text: 'I got an offer from Acme', message: '1700000000001' },
      zone: 'Europe/Berlin',
      locale: 'en-GB',
    });
  });

  it.each([null, 'yesterday'])('does not take %j for a time', (timestamp) => {
    expect(inbound('message', { timestamp }).inbound).not.toHaveProperty('doneAt');
  });

  it('takes zone and locale from the client entity when the event itself does not say', () => {
    const { zone, locale } = inbound('installed', { locale: null }).inbound;
    expect({ zone, locale }).toEqual({ zone: 'Europe/Berlin', locale: 'en-GB' });
  });

  it.each(['Mars/Olympus', '+02:00', ''])('does not take %j for a zone', (localTimezone) => {
    expect(inbound('message', { localTimezone, entities: [] }).inbound.zone).toBeNull();
  });

  it('does not take nonsense for a locale', () => {
    expect(inbound('message', { locale: 'not a locale' }).inbound.locale).toBeNull();
  });

  it('gives an event and its repetition one id, and two buttons of one event two', () => {
    expect(inbound('message').inbound.id).toBe(inbound('message').inbound.id);
    expect(inbound('execute').inbound.id).toBe('a:1example-conversation|f:1700000000006|o1:yes:7');
  });
});

describe('what was typed', () => {
  it.each([
    ['help', 'help'],
    ['/help', 'help'],
    ['/decline help', 'help'],
    ['/Decline an offer from Acme', 'an offer from Acme'],
    ['decline the offer', 'decline the offer'],
    ['  two\nlines\u00a0here  ', 'two\nlines here'],
    ['', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(typed(text)).toEqual({ type: 'text', text: expected, message: '1700000000001' });
  });

  it.each(['/decline', ' /DECLINE ', '/'])('reads the bare command %j as a greeting', (text) => {
    expect(typed(text)).toEqual({ type: 'hello' });
  });

  it('drops its own name and keeps the names of others', () => {
    expect(inputOf('message-mention')).toMatchObject({ text: 'ask Kim Example about the offer' });
  });

  it('keeps a dollar sign in a name as it is', () => {
    const entities = [{ type: 'mention', text: '<at>A$& Inc</at>', mentioned: { id: '29:other' } }];
    expect(inputOf('message', { text: 'ask <at>A$& Inc</at>', entities })).toMatchObject({
      text: 'ask A$& Inc',
    });
  });

  it('reads a file without words as an empty text, for the coach to answer', () => {
    expect(inputOf('message-attachment')).toMatchObject({ type: 'text', text: '' });
  });
});

describe('what was clicked', () => {
  const execute = (data: unknown) => ({
    value: { action: { type: 'Action.Execute', verb: 'answer', data } },
  });

  it('reads a button, and what the card says afterwards', () => {
    const parsed = inbound('execute');
    expect(parsed.inbound.input).toEqual({ type: 'click', action: 'o1:yes:7' });
    expect(parsed.answered).toEqual({
      keep: [{ style: 'text', text: 'Is the offer in writing?' }],
      answer: 'Yes',
    });
  });

  it('reads the fallback button of an old client alike', () => {
    expect(inputOf('submit')).toEqual({ type: 'click', action: 'o1:yes:7' });
  });

  it('reads the chosen entry of a list, and shows its label', () => {
    const data = { collect: 'choice', choice: 'o1:b:3', labels: { 'o1:a:3': 'First', 'o1:b:3': 'Second' } };
    const parsed = inbound('execute', execute(data));
    expect(parsed.inbound.input).toEqual({ type: 'click', action: 'o1:b:3' });
    expect(parsed.answered?.answer).toBe('Second');
  });

  it('reads a picked date, and shows it', () => {
    const parsed = inbound('execute', execute({ action: 'd:1', collect: 'value', value: '2026-11-27' }));
    expect(parsed.inbound.input).toEqual({ type: 'click', action: 'd:1', value: '2026-11-27' });
    expect(parsed.answered?.answer).toBe('2026-11-27');
  });

  it('reads an edited letter, and does not show it again', () => {
    const parsed = inbound('execute', execute({ action: 'e:1', collect: 'value', value: 'Dear Sam,\nno.' }));
    expect(parsed.inbound.input).toEqual({ type: 'click', action: 'e:1', value: 'Dear Sam,\nno.' });
    expect(parsed.answered?.answer).toBeNull();
  });

  it('reads a form: each of its fields and nothing else', () => {
    const data = {
      action: 'f:1',
      collect: 'fields',
      fields: ['pay', 'start', 'action'],
      'field-pay': '85,000',
      'field-action': 'typed',
      'field-stray': 'x',
      value: 'other entry',
    };
    expect(inputOf('execute', execute(data))).toEqual({
      type: 'click',
      action: 'f:1',
      values: { pay: '85,000', start: '', action: 'typed' },
    });
  });

  it.each([
    ['no date', { action: 'd:1', collect: 'value', value: '' }, 'nothing-entered'],
    ['no entry', { collect: 'choice', labels: {} }, 'nothing-entered'],
    ['no data', undefined, 'foreign-card'],
    ['no action', { label: 'Yes' }, 'foreign-card'],
    ['an action of another kind', { action: 5 }, 'foreign-card'],
    ['an action that is too long', { action: 'x'.repeat(121) }, 'foreign-card'],
    ['an action that is no ASCII', { action: 'jä' }, 'foreign-card'],
  ])('does not act on a click with %s', (_name, data, reason) => {
    expect(parse(admitted('execute', execute(data)))).toEqual({ type: 'ignored', reason });
  });
});

describe('a message that was edited', () => {
  it('says which one it was, and what it says now', () => {
    expect(inputOf('edited')).toEqual({
      type: 'edited',
      message: '1700000000001',
      text: 'I got an offer from Acme, yesterday',
    });
    expect(inputOf('edited', { text: '/decline help' })).toMatchObject({ text: 'help' });
  });

  it('goes by the id of the message, which was noted before, and so needs more of one', () => {
    const id = (timestamp: string) => inbound('edited', { timestamp }).inbound.id;
    const [first, second] = ['2026-11-20T15:00:00.123Z', '2026-11-20T15:00:09.456Z'];
    expect(id(first)).toBe(id(first));
    expect(new Set([id(first), id(second), inbound('message').inbound.id]).size).toBe(3);
  });

  it.each([
    ['was deleted', 'deleted', {}],
    ['was brought back', 'edited', { channelData: { eventType: 'undeleteMessage' } }],
    ['changed in a way that is new', 'edited', { channelData: null }],
  ])('is passed over when it %s', (_name, name, changes) => {
    expect(parse(admitted(name, changes))).toEqual({ type: 'ignored', reason: 'other-event' });
  });
});

describe('the same event under another id', () => {
  const marksOf = (name: string, changes: Record<string, unknown> = {}) =>
    (inbound(name, changes).inbound.marks ?? []).map(({ id }) => id);
  const common = (one: readonly string[], other: readonly string[]) => one.filter((id) => other.includes(id));
  const timestamp = '2026-11-20T15:00:00.123Z';

  it('carries the same time, to the millisecond', () => {
    expect(
      common(marksOf('message', { timestamp, id: 'one' }), marksOf('message', { timestamp, id: 'two' })),
    ).toHaveLength(1);
  });

  it.each([
    ['later', { timestamp: '2026-11-20T15:00:00.124Z' }],
    ['with other words', { timestamp, text: 'No' }],
    [
      'in another chat',
      {
        timestamp,
        conversation: { id: 'a:2', conversationType: 'personal', tenantId: 't' },
        channelData: null,
      },
    ],
  ])('is not what somebody says %s', (_name, changes) => {
    expect(common(marksOf('message', { timestamp }), marksOf('message', changes))).toEqual([]);
  });

  it.each(['2026-11-20T15:00:00Z', '2026-11-20T15:00:00.000Z', 'yesterday', '\u0000', ''])(
    'is not told by the time %j, which is too coarse',
    (coarse) => {
      expect(marksOf('message', { timestamp: coarse })).toEqual([]);
    },
  );

  it('tells nothing of what was written', () => {
    expect(JSON.stringify(marksOf('message', { timestamp, text: 'Acme' }))).not.toContain('Acme');
  });

  const click = (data: Record<string, unknown>, id: string) =>
    inbound('execute', { id, value: { action: { data: { action: 'a:1', card: 'c1', keep: [], ...data } } } })
      .inbound;

  it('is the same button of the same card', () => {
    const [mark] = click({}, 'one').marks ?? [];
    expect(click({}, 'two').marks).toEqual([mark]);
    expect(mark?.seconds).toBe(86_400);
    expect(mark?.id).not.toContain('a:1|');
  });

  it.each([
    ['another button', { action: 'a:2' }],
    ['the same button of another card', { card: 'c2' }],
    ['another date', { collect: 'value', value: '2026-11-27' }],
    ['a card without an id', { card: undefined }],
  ])('is not %s', (_name, data) => {
    expect(
      common(
        click({}, 'one').marks?.map(({ id }) => id) ?? [],
        click(data, 'two').marks?.map(({ id }) => id) ?? [],
      ),
    ).toEqual([]);
  });

  it('is told for some seconds only where the card stays, since it may be meant again', () => {
    expect(click({ keep: undefined }, 'one').marks?.map(({ seconds }) => seconds)).toEqual([20]);
    const submitted = inbound('submit', { value: { action: 'a:1', card: 'c1' } }).inbound.marks ?? [];
    expect(submitted.map(({ seconds }) => seconds)).toEqual([20]);
    expect(submitted[0]?.id).toBe(click({}, 'one').marks?.[0]?.id);
  });
});

describe('comings and goings', () => {
  it('greets once, on the installation, though the membership event comes too', () => {
    expect(inputOf('installed')).toEqual({ type: 'hello' });
    expect(parse(admitted('members-added'))).toEqual({ type: 'ignored', reason: 'other-event' });
  });

  it('greets once when the installation is told twice', () => {
    const marks = (id: string) => inbound('installed', { id }).inbound.marks;
    expect(marks('one')).toEqual(marks('two'));
    expect(marks('one')).toHaveLength(1);
  });

  it.each(['removed', 'members-removed'])('takes "%s" for the end', (name) => {
    expect(inputOf(name)).toEqual({ type: 'left' });
  });

  it('is not gone when somebody else is', () => {
    expect(parse(admitted('members-removed', { membersRemoved: [{ id: '29:another' }] }))).toEqual({
      type: 'ignored',
      reason: 'other-event',
    });
  });

  it.each([
    ['upgraded', {}],
    ['upgraded', { action: 'remove-upgrade' }],
    ['reaction', {}],
    ['deleted', {}],
    ['unknown-invoke', {}],
  ])('follows nothing from the event "%s" (%j)', (name, changes) => {
    expect(parse(admitted(name, changes))).toEqual({ type: 'ignored', reason: 'other-event' });
  });

  it('does nothing with an event that has no id or names no account', () => {
    expect(parse(admitted('message', { id: null }))).toEqual({ type: 'ignored', reason: 'no-id' });
    expect(parse(admitted('message', { from: { id: '29:1' } }))).toEqual({
      type: 'ignored',
      reason: 'no-person',
    });
  });
});
