import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import { mountTeams } from '../../../src/channels/teams/mount.js';
import { createTeams } from '../../../src/channels/teams/teams.js';
import { createLog } from '../../../src/log.js';
import type { Channel, Handle } from '../../../src/service/ports.js';
import { loadWords } from '../../../src/templates.js';
import type { Heard, StoryDriver } from '../../stories/driver.js';
import { cardsOf, choicesOf, labels, type Node, readable, textOf, walk } from './card-view.js';
import { listen, startConnector, stop } from './connector.js';
import { event, PATIENT } from './fixtures.js';

/** The service behind the channel: it handles what comes in and delivers through the channel it is given. */
export interface StoryService {
  mountOn(channel: Channel): Handle;
  /** Delivers everything in the outbox. */
  drain(): Promise<void>;
  /** Moves the clock to a local wall-clock time and delivers what falls due on the way. */
  moveClock(to: string): Promise<void>;
  close(): Promise<void>;
}

/** A message in the chat as the client shows it; a card may be replaced by a click. */
interface Shown {
  readonly id: string;
  readonly text: string;
  cards: Node[];
}

/** Plays a person in Teams: real requests to `/api/messages`, against a recording connector. */
export async function createTeamsDriver(
  service: StoryService,
  { zone = 'Europe/Berlin', locale = 'en-US' } = {},
): Promise<StoryDriver> {
  const config = { mode: 'local' } as const;
  const words = loadWords('en');
  const log = createLog('silent');
  const connector = await startConnector();
  const app = express();
  const teams = createTeams(config, { words, log });
  mountTeams(app, { config, words, log, handle: service.mountOn(teams), say: teams.say, patience: PATIENT });
  const server = createServer(app);
  const bot = await listen(server);
  const chat: Shown[] = [];
  const typed: string[] = [];
  let edits = 0;
  let heardUntil = 0;

  /** Takes what arrived at the connector into the chat. */
  const receive = async (): Promise<void> => {
    await service.drain();
    for (const { id, activity } of connector.posted.slice(chat.length))
      chat.push({ id, text: textOf(activity), cards: cardsOf(activity) });
  };

  const send = async (name: string, changes: Node): Promise<Response> => {
    const activity = event(name, {
      id: randomUUID(),
      serviceUrl: connector.url,
      localTimezone: zone,
      locale,
      ...changes,
    });
    const response = await fetch(`${bot}api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (response.status !== 200) throw new Error(`The bot answered ${response.status} to a "${name}" event.`);
    return response;
  };

  const run = async (shown: Shown, action: Node, entered: Node): Promise<void> => {
    const value = {
      action: { ...action, data: { ...(action['data'] as Node), ...entered } },
      trigger: 'manual',
    };
    const response = await send('execute', { replyToId: shown.id, value });
    const reply = (await response.json()) as { type: string; value: Node };
    if (reply.type === 'application/vnd.microsoft.card.adaptive') shown.cards = [reply.value];
  };

  return {
    async open() {
      await send('members-added', {});
      await send('installed', {});
    },
    async type(text) {
      const id = randomUUID();
      typed.push(id);
      await send('message', { id, text });
    },
    async edit(nth, text) {
      edits += 1;
      // An edit has the id of the message, and a time of its own.
      const timestamp = new Date(Date.UTC(2026, 10, 20, 15, 0, edits)).toISOString();
      await send('edited', { id: typed[nth - 1], text, timestamp });
    },
    async click(label) {
      await receive();
      for (const shown of [...chat].reverse()) {
        for (const card of shown.cards) {
          const target = find(card, label);
          if (!target) continue;
          const collects = target.action['associatedInputs'] !== 'none';
          return run(shown, target.action, collects ? { ...prefilled(card), ...target.entered } : {});
        }
      }
      const visible = chat.flatMap(({ cards }) => cards.flatMap(labels));
      throw new Error(`Nothing is labelled "${label}". There is: ${visible.join(', ') || 'nothing'}.`);
    },
    async heard() {
      await receive();
      const news = chat.slice(heardUntil);
      heardUntil = chat.length;
      return asHeard(news);
    },
    async moveClock(to) {
      await service.moveClock(to);
    },
    async close() {
      await stop(server);
      await connector.close();
      await service.close();
    },
  };
}

interface Target {
  readonly action: Node;
  readonly entered: Node;
}

/** The button with this label; or the button beside the list or the date entry that takes it. */
function find(card: Node, label: string): Target | null {
  const nodes = walk(card);
  const execute = (collect?: string): Node | undefined =>
    nodes.find(
      (node) =>
        node['type'] === 'Action.Execute' &&
        (collect === undefined ? node['title'] === label : (node['data'] as Node)['collect'] === collect),
    );
  const button = execute();
  if (button) return { action: button, entered: {} };
  for (const node of nodes) {
    const option = node['id'] === 'choice' ? choicesOf(node).find(({ title }) => title === label) : undefined;
    const action = execute('choice');
    if (option && action) return { action, entered: { choice: option.value } };
  }
  const action = execute('value');
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(label) &&
    nodes.some((node) => node['type'] === 'Input.Date' && node['id'] === 'value');
  return isDate && action ? { action, entered: { value: label } } : null;
}

/** What the entries of a card hold before anything is typed; clients send all of it. */
function prefilled(card: Node): Node {
  const inputs = walk(card).filter((node) => String(node['type']).startsWith('Input.'));
  return Object.fromEntries(inputs.map((input) => [input['id'], input['value'] ?? '']));
}

/** One entry a message of the coach: the letter after a draft's card is the same message once more. */
function asHeard(shown: readonly Shown[]): Heard[] {
  const heard: Heard[] = [];
  for (const { text, cards } of shown) {
    const last = heard.at(-1);
    if (cards.length === 0 && last?.text.includes(text)) continue;
    heard.push({
      text: [text, ...cards.map(readable)].filter((part) => part !== '').join('\n'),
      buttons: cards.flatMap(labels),
    });
  }
  return heard;
}
