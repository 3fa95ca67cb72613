import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import express from 'express';
import { mountSlack } from '../../../src/channels/slack/bolt.js';
import { createSlackSender } from '../../../src/channels/slack/sender.js';
import type { SlackConfig } from '../../../src/config.js';
import { createLog } from '../../../src/log.js';
import type { Channel, Handle } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import type { Heard, StoryDriver } from '../../stories/driver.js';
import { event, fixture, type Payload } from './fixtures.js';
import { requestOf, SIGNING_SECRET, signed } from './request.js';
import { type Posted, startWebApiServer } from './web-api-server.js';

/** The service behind the channel: real, with a clock that can be moved. */
export interface StoryService {
  /** Takes the channel as the way out and gives the way in. */
  mountOn(channel: Channel): Handle;
  /** Resolves when the outbox is empty. */
  drain(): Promise<void>;
  moveClock(to: string): Promise<void>;
  close(): Promise<void>;
}

const BOT_TOKEN = 'xoxb-story-1';

/**
 * Plays one person in Slack: signed HTTP requests in Slack's shapes go to the mounted app, and what it posts to the
 * Web API is read back. `zone` is what Slack says of the person.
 */
export async function createSlackDriver(
  service: StoryService,
  { user = 'U061F7AUR', zone = 'Etc/UTC', locale = 'en-US' } = {},
): Promise<StoryDriver> {
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
  const handle = service.mountOn(createSlackSender(config, words));
  const mounted = await mountSlack(app, { config, handle, words, log: createLog('silent') });
  const server = createServer(app);
  const url = await listen(server);
  const channel = `D${user.slice(1)}`;
  const person = { id: user, username: 'sam', name: 'sam', team_id: 'T024BE7LD' };
  let typed = 0;
  let clicks = 0;
  let heardUpTo = 0;
  let submitted = 0;

  async function send(payload: Payload): Promise<void> {
    const response = await fetch(url, { method: 'POST', ...signed(requestOf(payload)) });
    if (!response.ok) throw new Error(`Slack would have been answered with ${response.status}.`);
    await response.arrayBuffer();
  }

  return {
    open: () => send(event('app-home-opened-messages', { user, channel })),
    /** Into the form, while one is open; else into the conversation. */
    async type(text) {
      const form = api.views[submitted];
      if (form) {
        submitted++;
        const [{ block_id, element }] = form['blocks'] as [
          { block_id: string; element: { action_id: string } },
        ];
        const values = { [block_id]: { [element.action_id]: { type: 'plain_text_input', value: text } } };
        return send({ ...fixture('view-submission'), user: person, view: { ...form, state: { values } } });
      }
      const ts = `${1_795_170_000 + ++typed}.000200`;
      await send(event('message', { user, channel, text: asSlackSends(text), ts, event_ts: ts }));
    },
    async click(label) {
      const found = newestControl(api.posted, label);
      if (!found)
        throw new Error(`Nothing to click is called "${label}": there is ${visibleLabels(api.posted)}.`);
      const { message, row, control } = found;
      await send({
        ...fixture('click-button'),
        user: person,
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
        actions: [{ ...control, block_id: row, action_ts: `${1_795_180_000 + ++clicks}.000300` }],
      });
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
