import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import express from 'express';
import { openSlack } from '../../../src/channels/slack/slack.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Channel, Handle, Look } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import type { Heard, StoryDriver } from '../../stories/driver.js';
import { event, fixture, type Payload } from './fixtures.js';
import { noInstallations } from './one-workspace.js';
import { requestOf, SIGNING_SECRET, signed } from './request.js';
import { type Posted, startWebApiServer, type WebApiServer } from './web-api-server.js';

/** The service behind the channel: real, with a clock that can be moved. */
export interface StoryService {
  /** Takes the channel as the way out and gives the way in. */
  mountOn(channel: Channel): Handle;
  readonly look: Look;
  /** Resolves when the outbox is empty. */
  drain(): Promise<void>;
  moveClock(to: string): Promise<void>;
  close(): Promise<void>;
}

const BOT_TOKEN = 'xoxb-story-1';

/** What a person does in Slack alone. */
export interface SlackDriver extends StoryDriver {
  readonly api: WebApiServer;
  /** Hands the open form in with these values, by the labels of its fields; the errors that Slack is to show. */
  fill(values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>>;
  /** Opens the Home tab, and waits until it stands. */
  openHome(): Promise<Heard>;
  clickAtHome(label: string): Promise<void>;
  /** Sends any payload as Slack would; the body of the answer. */
  send(payload: Payload): Promise<string>;
}

/**
 * Plays one person in Slack: signed HTTP requests in Slack's shapes go to the mounted app, and what it posts to the
 * Web API is read back. `zone` is what Slack says of the person.
 */
export async function createSlackDriver(
  service: StoryService,
  { user = 'U061F7AUR', zone = 'Etc/UTC', locale = 'en-US' } = {},
): Promise<SlackDriver> {
  const api = await startWebApiServer(BOT_TOKEN);
  api.users.set(user, { tz: zone, locale });
  const config: SlackConfig = {
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appToken: null,
    apiUrl: api.url,
  };
  const words = loadWords('en');
  const app = express();
  const slack = openSlack(config, {
    words,
    log: createLog('silent'),
    look: service.look,
    installations: noInstallations(),
  });
  const mounted = await slack.mount(app, service.mountOn(slack.channel));
  const server = createServer(app);
  const url = await listen(server);
  const channel = `D${user.slice(1)}`;
  const person = { id: user, username: 'sam', name: 'sam', team_id: 'T024BE7LD' };
  /** What was typed, as it reads now; null where it went into a form. */
  const typed: ({ ts: string; text: string } | null)[] = [];
  let edits = 0;
  let clicks = 0;
  let heardUpTo = 0;
  let submitted = 0;

  async function send(payload: Payload): Promise<string> {
    const response = await fetch(url, { method: 'POST', ...signed(requestOf(payload)) });
    if (!response.ok) throw new Error(`Slack would have been answered with ${response.status}.`);
    return response.text();
  }

  /** Whatever was not changed is handed in as it stood. */
  async function handIn(
    form: Node,
    values: Readonly<Record<string, string>>,
  ): Promise<Record<string, string>> {
    const fields = (form['blocks'] as Node[]).filter((block) => block['type'] === 'input');
    const state = fields.map((field) => [field['block_id'], { entry: stateOf(field, values) }] as const);
    const view = { ...form, state: { values: Object.fromEntries(state) } };
    const answer = await send({ ...fixture('view-submission'), user: person, view });
    const { errors = {} } = (answer === '' ? {} : JSON.parse(answer)) as { errors?: Record<string, string> };
    if (Object.keys(errors).length === 0) submitted++;
    const named = fields.map((field) => [textOf(field['label']), errors[String(field['block_id'])]] as const);
    return Object.fromEntries(named.flatMap(([name, error]) => (error ? [[name, error]] : [])));
  }

  async function clickOn(control: Node, more: Payload): Promise<void> {
    const { style: _, ...rest } = control;
    await send({
      ...fixture('click-button'),
      user: person,
      ...more,
      actions: [{ ...rest, action_ts: `${1_795_180_000 + ++clicks}.000300` }],
    });
  }

  return {
    api,
    async open() {
      await send(event('app-home-opened-messages', { user, channel }));
    },
    async fill(values) {
      const form = api.views[submitted];
      if (!form) throw new Error('No form is open.');
      return handIn(form, values);
    },
    async openHome() {
      await send(event('app-home-opened-home', { user, channel }));
      await mounted.settled();
      return hearHome(api, user);
    },
    async clickAtHome(label) {
      const home = api.homes.get(user);
      const blocks = (home?.['blocks'] ?? []) as Node[];
      const found = controlsOf({ blocks }).find((control) => control.label === label);
      if (!found) throw new Error(`Nothing at home is called "${label}".`);
      const { channel: _, message: __, ...bare } = fixture('click-at-home');
      await clickOn({ ...found.control, block_id: found.row }, { ...bare, user: person });
    },
    send,
    /** Into the form, while one is open; else into the conversation. */
    async type(text) {
      const form = api.views[submitted];
      if (form) {
        const [field] = (form['blocks'] as Node[]).filter((block) => block['type'] === 'input');
        const errors = await handIn(form, { [textOf(field?.['label'])]: text });
        if (Object.keys(errors).length > 0) throw new Error(`The form says ${JSON.stringify(errors)}.`);
        typed.push(null);
        return;
      }
      const ts = `${1_795_170_001 + typed.length}.000200`;
      typed.push({ ts, text });
      await send(event('message', { user, channel, text: asSlackSends(text), ts, event_ts: ts }));
    },
    async edit(nth, text) {
      const before = typed[nth - 1];
      if (!before) throw new Error(`The text ${nth} went into a form and can't be edited.`);
      const at = `${1_795_175_000 + ++edits}.000400`;
      const message = (said: string): Payload => ({
        type: 'message',
        user,
        ts: before.ts,
        text: asSlackSends(said),
      });
      await send(
        event('message-changed', {
          channel,
          ts: at,
          event_ts: at,
          message: { ...message(text), edited: { user, ts: at } },
          previous_message: message(before.text),
        }),
      );
      before.text = text;
    },
    async click(label) {
      const found = newestControl(api.posted, label);
      if (!found)
        throw new Error(`Nothing to click is called "${label}": there is ${visibleLabels(api.posted)}.`);
      const { message, row, control } = found;
      await clickOn(
        { ...control, block_id: row },
        {
          channel: { id: channel, name: 'directmessage' },
          container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
          message: {
            type: 'message',
            user: 'U0BOTSELF',
            ts: message.ts,
            text: message.text,
            blocks: message.blocks,
            ...(message.thread ? { thread_ts: message.thread } : {}),
          },
        },
      );
      // A form takes its question away once it was handed in.
      if (row === 'once-form') return;
      // Used buttons go a moment after the click was taken.
      while (row.startsWith('once') && api.posted.includes(message) && api.refused.length === 0)
        await setImmediate();
    },
    async heard() {
      await service.drain();
      if (api.refused.length > 0) throw new Error(`Slack refuses this message: ${api.refused.join('; ')}`);
      const said = api.posted.slice(heardUpTo);
      heardUpTo = api.posted.length;
      return said.map(hear);
    },
    moveClock: (to) => service.moveClock(to),
    async close() {
      await new Promise((resolve) => server.close(resolve));
      await mounted.close();
      await service.close();
      await api.close();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
}

/** Slack escapes what people type. */
function asSlackSends(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

type Node = Record<string, unknown>;

const textOf = (text: unknown): string => String((text as Node | undefined)?.['text']);

function hearHome(api: WebApiServer, user: string): Heard {
  const home = api.homes.get(user);
  if (!home) throw new Error('Nothing was published at home.');
  return hear({ text: '', blocks: home['blocks'] as Node[] });
}

/** What Slack says of a field: what it stood at, or what was entered under its label. */
function stateOf(field: Node, values: Readonly<Record<string, string>>): Node {
  const element = field['element'] as Node;
  const entered = values[textOf(field['label'])];
  switch (element['type']) {
    case 'static_select': {
      const options = element['options'] as Node[];
      const chosen = options.find((option) => textOf(option['text']) === entered) ?? null;
      return { selected_option: entered === undefined ? (element['initial_option'] ?? null) : chosen };
    }
    case 'datepicker':
      return { selected_date: entered ?? element['initial_date'] ?? null };
    case 'timepicker':
      return { selected_time: entered ?? element['initial_time'] ?? null };
    default:
      return { value: entered ?? element['initial_value'] ?? null };
  }
}

/** One message as it reads on the screen: its texts from top to bottom, and what can be clicked. */
export function hear(message: Pick<Posted, 'blocks' | 'text'>): Heard {
  const texts = message.blocks.filter((block) => block['type'] !== 'actions').map(readable);
  return {
    text: (texts.length > 0 ? texts : [message.text]).filter(Boolean).join('\n\n'),
    buttons: controlsOf(message).flatMap(({ label }) => (label === null ? [] : [label])),
  };
}

function readable(block: Node): string {
  switch (block['type']) {
    case 'header':
    case 'section':
      return String((block['text'] as Node)['text']);
    case 'context':
      return (block['elements'] as Node[]).map((element) => element['text']).join(' ');
    // Its facts stand in the other blocks.
    case 'image':
      return '';
    default:
      return richText(block['elements'] as Node[]);
  }
}

function richText(elements: readonly Node[]): string {
  return elements
    .map((element) => {
      const children = element['elements'] as Node[];
      if (element['type'] !== 'rich_text_list') return children.map((piece) => piece['text']).join('');
      return children.map((item) => `• ${richText([item])}`).join('\n');
    })
    .join('\n');
}

interface Control {
  readonly row: string;
  /** Null for a date picker, which answers to any date. */
  readonly label: string | null;
  /** What the payload of its click says of it; `selected_date` is still to be filled in. */
  readonly control: Node;
}

function controlsOf(message: Pick<Posted, 'blocks'>): Control[] {
  return message.blocks.flatMap((block, i) => {
    const row = String(block['block_id'] ?? `block-${i}`);
    const elements = (block['type'] === 'actions' ? block['elements'] : [block['accessory']]) as (
      | Node
      | undefined
    )[];
    return elements.filter((element) => element !== undefined).flatMap((element) => controlsIn(row, element));
  });
}

function controlsIn(row: string, element: Node): Control[] {
  if (element['type'] === 'button') {
    return [{ row, label: String((element['text'] as Node)['text']), control: element }];
  }
  if (element['type'] === 'datepicker') return [{ row, label: null, control: element }];
  const { options, ...select } = element as { options: Node[] } & Node;
  return options.map((option) => ({
    row,
    label: String((option['text'] as Node)['text']),
    control: { ...select, selected_option: option },
  }));
}

function newestControl(posted: readonly Posted[], label: string) {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(label);
  for (const message of [...posted].reverse()) {
    const found = controlsOf(message).find((control) => control.label === (date ? null : label));
    if (found) {
      const control = date ? { ...found.control, selected_date: label } : found.control;
      return { message, row: found.row, control };
    }
  }
  return null;
}

function visibleLabels(posted: readonly Posted[]): string {
  const labels = posted.flatMap((message) => hear(message).buttons);
  return labels.length > 0 ? labels.map((label) => `"${label}"`).join(', ') : 'nothing';
}
