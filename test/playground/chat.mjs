// A person in the Playground's personal chat, by its HTTP interface: what they do, and what they see.
import { WebSocket } from 'undici';

const PATIENCE_MS = 60_000;

/** Every element and action of a card in reading order. */
function walk(node) {
  if (Array.isArray(node)) return node.flatMap(walk);
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...['body', 'items', 'columns', 'inlines', 'actions'].flatMap((key) => walk(node[key]))];
}

const textOf = ({ text, cards }) =>
  [text, ...cards.flatMap(walk).map(({ type, text }) => (/^Text/.test(type) ? text : ''))]
    .filter(Boolean)
    .join('\n');

const labelsOf = ({ cards }) =>
  walk(cards).flatMap(({ type, title, choices = [] }) => [
    ...(type === 'Action.Execute' ? [title] : []),
    ...choices.map((choice) => choice.title),
  ]);

export async function openChat(url) {
  const call = async (path, body) => {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The Playground answered ${response.status} to ${path}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const { config } = await call('/_internal/v1/config');
  const { personalChat, currentUser } = config;
  const from = { id: currentUser.id };
  const shown = [];
  let seen = 0;
  const stream = new WebSocket(`${url.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`);
  stream.addEventListener('message', ({ data }) => {
    const { action, message } = JSON.parse(data);
    if (action !== 'createMessage' || message.from.id !== config.bot.id) return;
    const cards = (message.attachments ?? []).map(({ content }) => content);
    shown.push({ id: message.messageId, text: message.text ?? '', cards });
  });
  await new Promise((resolve, reject) => {
    stream.addEventListener('open', resolve, { once: true });
    stream.addEventListener('error', () => reject(new Error('The Playground takes no listener.')), {
      once: true,
    });
  });

  const until = async (what, find, patienceMs = PATIENCE_MS) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; ) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const came = shown.slice(seen).map((one) => `${textOf(one)}\n${labelsOf(one).join(' | ')}`);
    throw new Error(`${what} did not come. What came:\n${came.join('\n—\n')}`);
  };
  /** The newest button with this label; or the newest list that offers it, with the button beside. */
  const find = (label) => {
    for (const message of shown.toReversed()) {
      const nodes = message.cards.flatMap(walk);
      const button = nodes.find(({ type, title }) => type === 'Action.Execute' && title === label);
      if (button) return { message, button, entered: {} };
      const option = nodes.flatMap(({ choices = [] }) => choices).find(({ title }) => title === label);
      const choose = nodes.find(({ data }) => data?.collect === 'choice');
      if (option && choose) return { message, button: choose, entered: { choice: option.value } };
    }
    return null;
  };

  const hear = (text, patienceMs) =>
    until(`"${text}"`, () => shown.slice(seen).some((one) => textOf(one).includes(text)), patienceMs);

  return {
    install: () => call(`/_debug/conversation/${personalChat.id}/installation`, {}),
    async type(text) {
      seen = shown.length;
      const path = `/_conversation/v1/conversations/${personalChat.id}/messages`;
      await call(path, { type: 'text', text, textFormat: 'plain', from });
    },
    /** Waits until a button or a list offers this. */
    async offers(label) {
      const { entered } = await until(`The button "${label}"`, () => find(label));
      return 'choice' in entered ? 'list' : 'button';
    },
    /** Clicks a button or picks from a list; `entered` is what the person filled in besides. */
    async click(label, entered = {}) {
      const target = await until(`The button "${label}"`, () => find(label));
      seen = shown.length;
      const { message, button } = target;
      const inputs = walk(message.cards).filter(({ type }) => String(type).startsWith('Input.'));
      const held = Object.fromEntries(inputs.map(({ id, value = '' }) => [id, value]));
      const data = {
        ...button.data,
        ...(button.associatedInputs === 'auto' ? { ...held, ...target.entered, ...entered } : {}),
      };
      const value = { action: { type: 'Action.Execute', title: button.title, verb: button.verb, data } };
      const conversation = { id: personalChat.id };
      const reply = await call('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        value,
        from,
        conversation,
        replyToId: message.id,
      });
      if (reply.type === 'application/vnd.microsoft.card.adaptive') message.cards = [reply.value];
      return reply;
    },
    /** What is heard from now on counts, as after every deed. */
    listen: () => {
      seen = shown.length;
    },
    /** Waits until all of these texts were said since the last deed. */
    async hears(...texts) {
      for (const text of texts) await hear(text, PATIENCE_MS);
    },
    /** The same for what comes by itself, and may take its time. */
    waitsFor: hear,
    /** Any event as the platform would send it. */
    async happens(event) {
      seen = shown.length;
      await call('/_internal/v1/customActivities', {
        channelId: 'msteams',
        serviceUrl: `${url}/_connector`,
        from: { id: currentUser.id, aadObjectId: currentUser.aadObjectId },
        recipient: { id: config.bot.id },
        conversation: {
          id: personalChat.id,
          conversationType: 'personal',
          tenantId: config.tenantId,
        },
        channelData: { tenant: { id: config.tenantId } },
        ...event,
      });
    },
    count: () => shown.length,
    close: () => stream.close(),
  };
}
