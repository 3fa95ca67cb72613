import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Driver } from '../../../src/store/driver.js';
import { openPglite } from '../../../src/store/pglite.js';
import { loadWords } from '../../../src/templates.js';
import { StoryService } from '../../stories/story-service.js';
import { createSlackDriver, type SlackDriver } from './driver.js';
import { event, fixture, type Payload } from './fixtures.js';
import { answer } from './web-api-server.js';

/* Everything that a person meets in Slack, through signed requests, with the real service on a real database. */

const words = loadWords('en');
const USER = 'U061F7AUR';
const CHANNEL = 'D061F7AUR';

let database: Driver;
let slack: SlackDriver;
beforeAll(async () => {
  database = await openPglite(null);
});
afterAll(() => database.close());
beforeEach(async () => {
  const service = await StoryService.create(database, 'Europe/Berlin', '2026-11-20T10:00');
  slack = await createSlackDriver(service, { user: USER, zone: 'Europe/Berlin' });
});
afterEach(() => slack.close());

const OFFER = 'I got an offer from Acme, they want an answer by November 27';
const heard = async () => (await slack.heard()).map(({ text }) => text).join('\n\n');
const say = async (...lines: string[]) => {
  for (const line of lines) await slack.type(line);
  return heard();
};
const callsOf = (method: string) => slack.api.calls.filter((call) => call.method === method);
const refuse = (method: string, error: string) =>
  slack.api.misbehave(method, (_, response) => answer(response, { ok: false, error }));
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('the terms of an offer, as a form', () => {
  const TERMS = words.text('slack.form.open');

  it('opens with what is still open, is taken whole, and takes its question away', async () => {
    await say(OFFER);
    await slack.click(TERMS);
    const [view] = slack.api.views;
    expect(JSON.stringify(view)).toContain('The terms, as far as you know them');
    expect(await slack.fill({ Role: 'Analyst', 'Base pay': '85k a year', 'In writing': 'Partly' })).toEqual(
      {},
    );
    expect(await heard()).toContain('Noted.');
    await until(() => callsOf('chat.update').length > 0);
    expect(JSON.stringify(callsOf('chat.update').at(-1)?.arguments)).toContain(`You chose: ${TERMS}`);
    expect(await say('list')).toContain('Acme');
  });

  it('stays open with what was typed when a field cannot be read', async () => {
    await say(OFFER);
    await slack.click(TERMS);
    expect(await slack.fill({ Role: 'Analyst', 'Base pay': 'plenty' })).toEqual({
      'Base pay': words.text('coach.conversation.unread.pay'),
    });
    expect(await heard()).toBe('');
    expect(await slack.fill({ Role: 'Analyst', 'Base pay': '85k' })).toEqual({});
    expect(await heard()).toContain('Noted.');
  });

  it('handed in twice is taken once, and closes both times', async () => {
    await say(OFFER);
    await slack.click(TERMS);
    const view = slack.api.views.at(-1) ?? {};
    const filled = { 'field:role': { entry: { value: 'Analyst' } } };
    const payload = { ...fixture('view-submission'), view: { ...view, state: { values: filled } } };
    expect(await slack.send(payload)).toBe('');
    expect(await slack.send(payload)).toBe('');
    expect((await heard()).match(/Noted\./g)).toHaveLength(1);
  });

  it('whose questions were closed meanwhile keeps what was typed and says why', async () => {
    await say(OFFER);
    await slack.click(TERMS);
    for (const [i, text] of ['stop', 'yes'].entries())
      await slack.send(event('message', { user: USER, channel: CHANNEL, text, ts: `179517200${i}.000100` }));
    expect(await slack.fill({ Role: 'Analyst' })).toHaveProperty('Role', words.text('coach.forms.closed'));
  });

  it.each(['expired_trigger_id', 'exchanged_trigger_id', 'internal_error'])(
    'that Slack does not open (%s) is asked for again in the conversation, with its button',
    async (error) => {
      await say(OFFER);
      refuse('views.open', error);
      await slack.click(TERMS);
      const [again] = await slack.heard();
      expect(again?.buttons).toContain(TERMS);
      slack.api.misbehave('views.open', null);
      await slack.click(TERMS);
      expect(slack.api.views).toHaveLength(1);
    },
  );
});

describe('a draft', () => {
  const draft = async () => {
    await say('I just need the words to decline the offer from Acme');
    for (const label of ['A no', 'No to an offer']) await slack.click(label);
    await say('Data engineer', 'Pay', 'skip', 'Ana', 'Robin');
    await slack.click('By email');
    return say('warm');
  };

  it('is edited in a form under what the check noticed in it, and kept word for word', async () => {
    expect(await draft()).toContain('Hi Ana');
    await slack.click('Edit');
    await slack.fill({ 'The whole text': 'Sorry, sorry. Your offer is an insult.' });
    expect(await heard()).toContain('Worth a second look');
    await slack.click('Edit');
    const view = JSON.stringify(slack.api.views.at(-1));
    expect(view).toContain('Your offer is an insult.');
    expect(view).toContain('Worth a second look, “');
    expect(await slack.fill({ 'The whole text': '  ' })).toEqual({
      'The whole text': words.text('coach.forms.required'),
    });
  });

  it('is asked for in the conversation when no form opens, or it is too long for one', async () => {
    await draft();
    refuse('views.open', 'expired_trigger_id');
    await slack.click('Edit');
    expect(await heard()).toContain(words.text('coach.drafts.edit'));
    slack.api.misbehave('views.open', null);
    await say(`Dear Ana, thank you. I decline. ${'More words. '.repeat(300)}`);
    await slack.click('Edit');
    expect(await heard()).toContain(words.text('coach.drafts.edit'));
    expect(slack.api.views).toEqual([]);
  });

  it('has every button that belongs to it, opens in mail, and can be deleted', async () => {
    await draft();
    const said = slack.api.posted.at(-1);
    const shown = JSON.stringify(said?.blocks);
    for (const label of [
      'I sent it',
      'Edit',
      'More formal',
      'Shorter',
      'Phone script',
      'Check it',
      'In two sentences',
    ])
      expect(shown).toContain(`"${label}"`);
    expect(shown).toContain('mailto:?subject=');
    await slack.click('Delete this message');
    await heard();
    await until(() => callsOf('chat.delete').length > 0);
    expect(callsOf('chat.delete')[0]?.arguments).toEqual({ channel: CHANNEL, ts: said?.ts });
  });
});

describe('the Home tab', () => {
  it('welcomes a new person, and nothing is kept of them for having looked', async () => {
    const home = await slack.openHome();
    expect(home.text).toContain('Nothing is open.');
    expect(home.buttons).toContain('I have an offer');
    expect((await database.query('select 1 from people')).length).toBe(0);
  });

  it('shows what is open by name, its date, the next reminders and the settings, after every change', async () => {
    await slack.openHome();
    await say(OFFER);
    const first = await slack.openHome();
    expect(first.text).toContain('A (Acme)');
    expect(first.text).toContain('November 27, 2026');
    expect(first.text).toContain('Tone: I ask you with the next draft');
    await say('change the deadline to November 30');
    await until(() => JSON.stringify(slack.api.homes.get(USER)).includes('November 30, 2026'));
  });

  it('leads on in the conversation, and says where', async () => {
    await slack.openHome();
    await slack.clickAtHome('I have an offer');
    expect(await heard()).toContain('Which company');
    await until(() => JSON.stringify(slack.api.homes.get(USER)).includes(words.text('slack.home.answered')));
    expect((await slack.openHome()).text).not.toContain(words.text('slack.home.answered'));
  });

  it('changes all settings in one form, checked before they are taken', async () => {
    await say(OFFER);
    await slack.openHome();
    await slack.clickAtHome('All settings in one form');
    expect(await slack.fill({ 'Time zone': 'Berlin-ish' })).toHaveProperty('Time zone');
    expect(await slack.fill({ 'Time zone': 'Asia/Tokyo', 'Tone of my drafts': 'Formal' })).toEqual({});
    expect(await heard()).toContain(words.text('coach.settings.done'));
    const home = await slack.openHome();
    expect(home.text).toContain('Tone: Formal');
    expect(home.text).toContain('Time zone: Asia/Tokyo');
  });

  it('is empty again after everything was deleted', async () => {
    await say(OFFER);
    await slack.openHome();
    await slack.clickAtHome('Delete everything');
    await heard();
    await slack.click('Delete everything');
    await heard();
    await until(() => !JSON.stringify(slack.api.homes.get(USER)).includes('Acme'));
  });
});

describe('the messages tab', () => {
  it('greets a new person once, with prompts where Slack has them, and leaves others in peace', async () => {
    await slack.open();
    expect(await heard()).toContain("I'm Bowout");
    const [prompts] = callsOf('assistant.threads.setSuggestedPrompts');
    expect(prompts?.arguments).not.toHaveProperty('thread_ts');
    expect(JSON.parse(String(prompts?.arguments['prompts']))).toHaveLength(4);
    await slack.open();
    expect(await heard()).toBe('');
  });

  it('is the same where agent features are off', async () => {
    refuse('assistant.threads.setSuggestedPrompts', 'feature_not_enabled');
    refuse('assistant.threads.setStatus', 'missing_scope');
    await slack.open();
    expect(await heard()).toContain("I'm Bowout");
    expect(await say('overview')).toContain('Your overview');
  });

  it('takes an edited message for what it says now, leaves a deleted one, and says that files are not read', async () => {
    await say('I have an offer', 'Acme', 'November 27');
    await slack.send(
      event('message', { user: USER, channel: CHANNEL, text: 'Analist', ts: '1795171000.000100' }),
    );
    await heard();
    const message = { user: USER, type: 'message', ts: '1795171000.000100' };
    await slack.send(
      event('message-changed', {
        channel: CHANNEL,
        message: { ...message, text: 'Analyst', edited: { user: USER, ts: '1795171060.000000' } },
        previous_message: { ...message, text: 'Analist' },
      }),
    );
    expect(await heard()).toContain('Analyst (before: Analist)');
    await slack.send(event('message-deleted', { channel: CHANNEL }));
    expect(await heard()).toBe('');
    await slack.send(
      event('message-file-share', { user: USER, channel: CHANNEL, text: '', ts: '1795171100.000100' }),
    );
    expect(await heard()).toContain(words.text('coach.conversation.files'));
  });
});

describe('the shortcut on a message', () => {
  const shortcut = (more: Payload = {}): Payload => ({
    ...fixture('message-shortcut'),
    user: { id: USER, team_id: 'T024BE7LD' },
    response_url: slack.api.responseUrl,
    ...more,
  });

  it('is answered in the direct message, and says so where it was used, to the person alone', async () => {
    await slack.send(shortcut());
    const said = await heard();
    expect(said).toContain('Analyst');
    expect(slack.api.posted.map(({ channel }) => channel)).not.toContain('C0PUBLIC01');
    await until(() => slack.api.notes.length > 0);
    expect(slack.api.notes).toEqual([
      { response_type: 'ephemeral', replace_original: false, text: words.text('slack.answered-privately') },
    ]);
  });

  it.each([500, 404, 302])('is answered all the same when the note is refused (%i)', async (status) => {
    slack.api.misbehave('response', (_, response) => {
      response.writeHead(status, { location: 'https://elsewhere.example/' });
      response.end();
    });
    await slack.send(shortcut());
    expect(await heard()).toContain('Analyst');
  });

  it('leaves no note at an address that is not of Slack', async () => {
    await slack.send(shortcut({ response_url: 'https://hooks.slack.com.evil.example/x' }));
    expect(await heard()).toContain('Analyst');
    expect(slack.api.notes).toEqual([]);
  });

  it('sent again by Slack is answered once', async () => {
    await slack.send(shortcut());
    await heard();
    await slack.send(shortcut());
    expect(await heard()).toBe('');
  });
});

describe('the command', () => {
  it.each([
    ['', 'What can I do for you?'],
    ['help', 'Tell me what happened in a sentence'],
    ['list', 'There is nothing to show yet.'],
    ['draft', 'There is no draft yet.'],
    ['check', 'Send me the reply'],
    ['log', 'decision'],
    ['remind', 'remind'],
    ['privacy', 'whoever owns the workspace'],
    ['export', 'everything I keep about you'],
    ['delete', 'Shall I delete'],
    ['resume', 'What can I do for you?'],
    ['I was invited to an interview at Acme', 'Acme'],
  ])('/decline %s is answered in the direct message alone', async (text, expected) => {
    const trigger = `1.${text}`;
    const answered = await slack.send({
      ...fixture('command-in-channel'),
      user_id: USER,
      text,
      trigger_id: trigger,
    });
    expect(JSON.parse(answered)).toEqual({
      response_type: 'ephemeral',
      text: words.text('slack.elsewhere'),
    });
    expect(await heard()).toContain(expected);
    expect(new Set(slack.api.posted.map(({ channel }) => channel))).toEqual(new Set([CHANNEL]));
  });

  it('works as plain words in a thread, where commands do not', async () => {
    const thread = '1795161600.114519';
    await slack.send(
      event('message-in-thread', {
        user: USER,
        channel: CHANNEL,
        text: 'help',
        ts: '1795171300.000100',
        thread_ts: thread,
      }),
    );
    expect(await heard()).toContain('Tell me what happened in a sentence');
    expect(slack.api.posted.every((message) => message.thread === thread)).toBe(true);
  });
});
