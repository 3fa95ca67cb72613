import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Parsed } from '../../../src/channels/slack/meant.js';
import { parse } from '../../../src/channels/slack/parse.js';
import { event, fixture, fixtureNames, type Payload } from './fixtures.js';

const inboundOf = (payload: unknown) => {
  const parsed = parse(payload);
  if (parsed.type !== 'inbound') throw new Error(`not an inbound: ${JSON.stringify(parsed)}`);
  return parsed.inbound;
};
const reasonOf = (parsed: Parsed) => ('reason' in parsed ? `${parsed.type}: ${parsed.reason}` : parsed.type);

describe('a message in the direct message', () => {
  it('is what the person typed, unescaped', () => {
    expect(inboundOf(fixture('message'))).toEqual({
      id: 'slack:message:T024BE7LD:D0DIRECT01:1795161600.114519',
      doneAt: 1_795_161_600_114_519,
      who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
      address: { channel: 'slack', to: { team: 'T024BE7LD', channel: 'D0DIRECT01', user: 'U061F7AUR' } },
      input: {
        type: 'text',
        text: 'I got an offer from Acme & Sons, 95k < my ask',
        message: '1795161600.114519',
      },
      zone: null,
      locale: null,
    });
  });

  it('is unescaped once, so that a typed "&lt;" stays one', () => {
    const { input } = inboundOf(event('message', { text: 'write &amp;lt; in HTML' }));
    expect(input).toMatchObject({ type: 'text', text: 'write &lt; in HTML' });
  });

  it('reads links as they look, not as Slack marks them up', () => {
    const text =
      'see <https://acme.example/jobs|our page>, <https://acme.example> or <mailto:kim@a.b|kim@a.b> &lt;now&gt;';
    expect(inboundOf(event('message', { text })).input).toMatchObject({
      text: 'see our page, https://acme.example or kim@a.b <now>',
    });
  });

  it('keeps the thread that it was written in', () => {
    expect(inboundOf(fixture('message-in-thread')).address.to).toEqual({
      team: 'T024BE7LD',
      channel: 'D0DIRECT01',
      user: 'U061F7AUR',
      thread: '1795161600.114519',
    });
  });

  it('is not in a thread when it merely started one', () => {
    expect(inboundOf(fixture('message-thread-root')).address.to).not.toHaveProperty('thread');
  });

  it.each([
    ['message-file-share', 'here is the offer letter'],
    ['message-thread-broadcast', 'yes, decline it'],
    ['message-with-mention', 'help'],
  ])('%s carries words of the person', (name, text) => {
    expect(inboundOf(fixture(name)).input).toMatchObject({ type: 'text', text });
  });

  it('tells that files came with it', () => {
    expect(inboundOf(fixture('message-file-share')).input).toHaveProperty('files', true);
    expect(inboundOf(fixture('message')).input).not.toHaveProperty('files');
  });

  it('belongs to the organisation when the workspace is part of one', () => {
    const { who, address } = inboundOf(fixture('message-in-organisation'));
    expect(who).toEqual({ tenant: 'slack:E0ORG00001', person: 'W012A3CDE' });
    expect(address.to['team']).toBe('E0ORG00001');
  });

  it('has the same id when it is delivered again, whatever the event is called', () => {
    const again = { ...fixture('message'), event_id: 'Ev0OTHER', event_time: 1795161660 };
    expect(inboundOf(again).id).toBe(inboundOf(fixture('message')).id);
  });
});

describe('a message that the person edited', () => {
  it('is the whole of it as it is now, and names the message', () => {
    expect(inboundOf(fixture('message-changed'))).toMatchObject({
      id: 'slack:edit:T024BE7LD:D0DIRECT01:1795161600.114519:1795161660.000000',
      who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
      input: { type: 'edited', message: '1795161600.114519', text: 'I got an offer from Acme' },
    });
  });

  it('names the same message as the message did', () => {
    const { input } = inboundOf(fixture('message'));
    expect(inboundOf(fixture('message-changed')).input).toHaveProperty(
      'message',
      input.type === 'text' ? input.message : null,
    );
  });
});

describe('what is not answered', () => {
  it.each([
    ['message-from-bot', 'ignored: not from a person'],
    ['message-from-self', 'ignored: not from a person'],
    ['message-in-channel', 'ignored: not a direct message'],
    ['message-unfurled', 'ignored: a message whose words are the same'],
    ['message-changed-by-self', 'ignored: not from a person'],
    ['message-deleted', 'ignored: a message of the subtype message_deleted'],
    ['tokens-revoked', 'ignored: no use for the event tokens_revoked'],
    ['app-rate-limited', 'ignored: no use for app_rate_limited'],
    ['click-date-cleared', 'ignored: a date was cleared'],
    ['click-in-channel', 'ignored: a click outside a direct message'],
  ])('%s', (name, reason) => {
    expect(reasonOf(parse(fixture(name)))).toBe(reason);
  });
});

describe('a look at the Home tab', () => {
  it('is no turn of the conversation', () => {
    expect(parse(fixture('app-home-opened-home'))).toEqual({
      type: 'home',
      who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
    });
  });

  it('leads on by a click, which is answered in the conversation', () => {
    expect(parse(fixture('click-at-home'))).toMatchObject({
      type: 'inbound',
      atHome: true,
      inbound: {
        address: { to: { team: 'T024BE7LD', user: 'U061F7AUR' } },
        input: { type: 'click', action: '{"do":"start","flow":"offer"}' },
      },
    });
  });
});

describe('the first look at the conversation', () => {
  it('is an arrival, and the same one at every later look', () => {
    const opened = inboundOf(fixture('app-home-opened-messages'));
    expect(opened.input).toEqual({ type: 'arrived' });
    expect(opened.address.to['channel']).toBe('D0DIRECT01');
    const later = {
      ...event('app-home-opened-messages', { event_ts: '1799999999.000100' }),
      event_id: 'Ev0LATER',
    };
    expect(inboundOf(later).id).toBe(opened.id);
  });

  it('differs from person to person', () => {
    const other = event('app-home-opened-messages', { user: 'U0OTHER01' });
    expect(inboundOf(other).id).not.toBe(inboundOf(fixture('app-home-opened-messages')).id);
  });
});

describe('the command', () => {
  it('alone is a hello', () => {
    expect(inboundOf(fixture('command')).input).toEqual({ type: 'hello' });
  });

  it('with words is those words', () => {
    expect(inboundOf(fixture('command-with-text')).input).toEqual({ type: 'text', text: 'Acme & Sons' });
  });

  it('is never answered where it was typed', () => {
    const parsed = parse(fixture('command-in-channel'));
    expect(parsed).toMatchObject({ type: 'inbound', elsewhere: true, inbound: { input: { text: 'help' } } });
    expect(inboundOf(fixture('command-in-channel')).address.to).toEqual({
      team: 'T024BE7LD',
      user: 'U061F7AUR',
    });
    expect(parse(fixture('command'))).toMatchObject({ elsewhere: false });
  });

  it('can be a shortcut, which is a hello too', () => {
    expect(inboundOf(fixture('shortcut'))).toMatchObject({
      who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
      input: { type: 'hello' },
    });
  });
});

describe('the shortcut on a message', () => {
  it('hands the message over as it reads, and is answered in the direct message alone', () => {
    expect(parse(fixture('message-shortcut'))).toMatchObject({
      inbound: {
        address: { to: { team: 'T024BE7LD', user: 'U061F7AUR' } },
        input: {
          type: 'forwarded',
          text: "Hi Sam, we'd like to invite you to an interview for the Analyst role at Acme & Sons, see our page or write to kim@acme.example. Best, Kim",
        },
      },
      noteTo: 'https://hooks.slack.com/app/T024BE7LD/1/response',
    });
    expect(inboundOf(fixture('message-shortcut')).address.to).not.toHaveProperty('channel');
  });

  it('of another name is not ours', () => {
    expect(reasonOf(parse({ ...fixture('message-shortcut'), callback_id: 'else' }))).toBe(
      'ignored: no shortcut of ours',
    );
  });
});

describe('a click', () => {
  it.each([
    ['click-button', { action: 'answer:offer:what:offer' }],
    ['click-select', { action: 'answer:offer:reason:commute' }],
    ['click-overflow', { action: 'control:back' }],
    ['click-date', { action: 'answer:offer:deadline', value: '2026-12-04' }],
  ])('%s hands back the action as it was', (name, input) => {
    expect(inboundOf(fixture(name)).input).toEqual({ type: 'click', ...input });
  });

  it('on "Edit" asks for a form, and is an ordinary click where there can be none', () => {
    const action = '{"do":"draft","draft":"d1","deed":"edit"}';
    expect(parse(fixture('click-edit'))).toMatchObject({
      inbound: { input: { type: 'click', action } },
      opening: {
        trigger: '12466734323.1395872398.d5aa2b7b7c0c4a8f9e1d',
        action,
        to: { channel: 'D0DIRECT01' },
      },
    });
  });

  it('that ends the form hands back the whole text', () => {
    const values = { text: 'Dear Kim,\n\nthank you < always > & kindly' };
    const action = '{"do":"draft","draft":"d1","deed":"edit"}';
    expect(parse(fixture('view-submission'))).toEqual({
      type: 'inbound',
      inbound: {
        id: 'slack:view:V0EDIT001:1795161700.Hn4Q2v1P',
        who: { tenant: 'slack:T024BE7LD', person: 'U061F7AUR' },
        address: { channel: 'slack', to: { team: 'T024BE7LD', user: 'U061F7AUR', channel: 'D0DIRECT01' } },
        input: { type: 'click', action, values },
        zone: null,
        locale: null,
      },
      handedIn: { view: 'V0EDIT001', action, values },
      atHome: false,
    });
  });

  it('that ends a form hands back what every field says, in the thread of the form', () => {
    const { input, address } = inboundOf(fixture('view-submission-terms'));
    expect(input).toHaveProperty('values', {
      role: 'Analyst',
      pay: '',
      start: '2027-02-01',
      'quiet-from': '20:00',
      written: 'partly',
      place: '',
    });
    expect(address.to['thread']).toBe('1795161600.114519');
  });

  it('names the message that it was in', () => {
    expect(inboundOf(fixture('click-button')).on).toBe('1795161610.000100');
  });

  it('on a link needs no answer', () => {
    const payload = fixture('click-button');
    const [control] = payload['actions'] as Payload[];
    const link = { ...control, url: 'https://example.org' };
    expect(reasonOf(parse({ ...payload, actions: [link] }))).toBe('ignored: a link that was opened');
  });

  it.each(['{"channel":"D1"}', 'not json', ''])(
    'that ends a form of somebody else (%s) is not ours',
    (metadata) => {
      const payload = fixture('view-submission');
      const view = { ...(payload['view'] as Payload), private_metadata: metadata };
      expect(reasonOf(parse({ ...payload, view }))).toBe('ignored: no form of ours');
    },
  );

  it('is named by its message, control and moment', () => {
    expect(inboundOf(fixture('click-button')).id).toBe(
      'slack:click:T024BE7LD:D0DIRECT01:1795161610.000100:once-0:1795161620.123456',
    );
  });

  it('comes with the message that it was in, for taking used buttons away', () => {
    const parsed = parse(fixture('click-select'));
    expect(parsed).toMatchObject({
      clicked: { channel: 'D0DIRECT01', ts: '1795161610.000100', row: 'once-menu', label: 'Commute' },
    });
  });

  it('stays in the thread of its message', () => {
    expect(inboundOf(fixture('click-in-thread')).address.to['thread']).toBe('1795161600.114519');
  });

  it('belongs to the same person as their messages, in an organisation too', () => {
    expect(inboundOf(fixture('click-in-organisation')).who.tenant).toBe('slack:E0ORG00001');
    expect(inboundOf(fixture('click-button')).who).toEqual(inboundOf(fixture('message')).who);
    expect(inboundOf(fixture('command')).who).toEqual(inboundOf(fixture('message')).who);
  });
});

describe('anything else', () => {
  it.each([
    ['nothing', null],
    ['a number', 42],
    ['a list', []],
    ['an empty object', {}],
    ['an event without an event', { type: 'event_callback', team_id: 'T1' }],
    [
      'an event of no team',
      { ...fixture('message'), team_id: '', context_team_id: null, authorizations: [] },
    ],
    ['a click without actions', { ...fixture('click-button'), actions: [] }],
    ['a command of nobody', { ...fixture('command'), user_id: undefined }],
  ])('%s is malformed, and says where', (_, payload) => {
    expect(reasonOf(parse(payload))).toMatch(/^malformed: \S/);
  });

  it('of any shape is taken without throwing', () => {
    fc.assert(fc.property(fc.anything(), (payload) => typeof parse(payload).type === 'string'));
  });

  it('with any one value of a real payload replaced is taken without throwing', () => {
    const payloads = fixtureNames().map(fixture);
    fc.assert(
      fc.property(fc.constantFrom(...payloads), fc.nat(), fc.anything(), (payload, at, value) => {
        expect(typeof parse(withOneChanged(payload, at, value)).type).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

function withOneChanged(payload: Payload, at: number, value: unknown): Payload {
  const copy = structuredClone(payload);
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit(child);
    }
  };
  visit(copy);
  const [node, key] = places[at % places.length] ?? [copy, 'type'];
  node[key] = value;
  return copy;
}
