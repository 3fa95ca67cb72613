import type { WebClient } from '@slack/web-api';
import { type Message, toPlainText } from '../../coach/message.js';
import type { Words } from '../../coach/words.js';
import type { SlackConfig } from '../../config.js';
import type { Address, Channel, Delivery, Outcome, Removed } from '../../service/ports.js';
import type { Access } from './access.js';
import type { Image } from './blocks.js';
import { createClients } from './client.js';
import { outcomeOf, refusedBlocks, refusesToken, removedOf } from './errors.js';
import { LIMITS } from './limits.js';
import type { Pictures } from './pictures.js';
import { type Rendered, render } from './render.js';
import { placeIn } from './source.js';
import { clean, escapeText, shorten } from './text.js';

/** Well under the lease of a claimed message. */
const TIMEOUT_MS = 9_000;

/** Metadata can be read by any app in the conversation, so it holds the opaque id and nothing else. */
const METADATA = 'bowout_delivery';

/** How far back `find` looks. Slack gives new commercial apps 15 at most, whatever is asked. */
const LOOK_BACK = 100;

const KNOWN_CHANNELS = 10_000;

/**
 * Slack's way out. `send` posts once; only when Slack refuses the blocks of a message, and so has posted nothing, does
 * it post something plainer instead: a draft without its link, then the plain text. `find` throws when Slack can't be
 * asked.
 */
export function createSlackSender(
  config: SlackConfig,
  words: Words,
  access: Pick<Access, 'tokenAt' | 'refusedAt'>,
  pictures: Pictures,
  timeoutMs = TIMEOUT_MS,
): Channel {
  const clientAt = createClients(config, access, timeoutMs);
  /** One for each token, since another installation has other conversations with the same person. */
  const senders = new WeakMap<WebClient, Sender>();

  async function senderAt({ to }: Address): Promise<Sender | 'not_installed'> {
    const client = await clientAt(placeIn(to));
    if (client === null) return 'not_installed';
    const refused = (): void => void access.refusedAt(placeIn(to));
    const sender = senders.get(client) ?? createSender(client, words, pictures, refused);
    senders.set(client, sender);
    return sender;
  }

  return {
    name: 'slack',
    async send(delivery): Promise<Outcome> {
      const sender = await senderAt(delivery.address).catch(withoutToken);
      return typeof sender === 'string' ? { type: 'not-sent', reason: sender } : sender.send(delivery);
    },
    async find(delivery): Promise<string | null> {
      const sender = await senderAt(delivery.address);
      if (typeof sender !== 'string') return sender.find(delivery);
      throw new Error(
        `Bowout is not installed in ${delivery.address.to['team']}, to look a message up there.`,
      );
    },
    async remove(removal): Promise<Removed> {
      const sender = await senderAt(removal.address).catch(withoutToken);
      return typeof sender === 'string' ? { type: 'failed', reason: sender } : sender.remove(removal);
    },
  };
}

/** Who renews tokens has said why in the log. */
const withoutToken = () => 'no_token' as const;

type Sender = Required<Pick<Channel, 'send' | 'find' | 'remove'>>;

/** @param refused told when Slack no longer takes the token */
function createSender(client: WebClient, words: Words, pictures: Pictures, refused: () => void): Sender {
  const opened = new Map<string, string>();

  /** Opening is harmless to repeat, and gives the same conversation each time. */
  async function channelOf({ to }: Address): Promise<string> {
    const known = to['channel'] ?? opened.get(to['user'] ?? '');
    if (known) return known;
    const user = to['user'] ?? '';
    const { channel } = await client.conversations.open({ users: user });
    const id = channel?.id;
    if (!id)
      throw new Error('conversations.open answered without a conversation; asked again at the next attempt.');
    if (opened.size >= KNOWN_CHANNELS) opened.clear();
    opened.set(user, id);
    return id;
  }

  async function post(delivery: Delivery, channel: string, rendered: Partial<Rendered> & { text: string }) {
    const thread = threadOf(delivery);
    const { ts } = await client.chat.postMessage({
      channel,
      ...rendered,
      ...(thread ? { thread_ts: thread } : {}),
      metadata: { event_type: METADATA, event_payload: { id: delivery.id } },
      unfurl_links: false,
      unfurl_media: false,
    });
    const file = fileIn(rendered.blocks);
    return { type: 'sent', externalId: ts === undefined ? null : named(ts, file) } as const;
  }

  async function lookUp(id: string, channel: string, thread: string | undefined): Promise<string | null> {
    const asked = { channel, limit: LOOK_BACK, include_all_metadata: true } as const;
    const { messages = [] } = thread
      ? await client.conversations.replies({ ...asked, ts: thread })
      : await client.conversations.history(asked);
    const found = messages.find(({ metadata }) => idIn(metadata) === id);
    return found?.ts === undefined ? null : named(found.ts, fileIn(found.blocks));
  }

  async function postAsRichAsTaken(
    delivery: Delivery,
    channel: string,
    image: Image | null,
  ): Promise<Outcome> {
    // Out of the way of what Slack may do: a message that can't be rendered was not posted, whatever it throws.
    const { message } = delivery;
    const rich = render(message, words);
    const richer = image ? [render(message, words, { image })] : [];
    const plainer = message.kind === 'draft' ? [render(message, words, { links: false })] : [];
    for (const version of [...richer, rich, ...plainer]) {
      try {
        return await post(delivery, channel, version);
      } catch (error) {
        if (!refusedBlocks(error)) return failed(error);
      }
    }
    try {
      return await post(delivery, channel, textOnly(message));
    } catch (error) {
      return failed(error);
    }
  }

  /** The outcome of a call that failed. */
  function failed(error: unknown): Outcome {
    if (refusesToken(error, 'unheard')) refused();
    return outcomeOf(error);
  }

  return {
    async send(delivery): Promise<Outcome> {
      let channel: string;
      try {
        channel = await channelOf(delivery.address);
      } catch (error) {
        return beforePosting(failed(error));
      }
      const { message } = delivery;
      const picture = message.kind === 'card' ? message.picture : null;
      const image = picture ? await pictures.upload(client, picture) : null;
      const outcome = await postAsRichAsTaken(delivery, channel, image);
      if (image && !mayShow(outcome, image)) await pictures.discard(client, image);
      return outcome;
    },

    async find(delivery): Promise<string | null> {
      return lookUp(delivery.id, await channelOf(delivery.address), threadOf(delivery));
    },

    async remove({ delivery, address, externalId }): Promise<Removed> {
      try {
        const channel = await channelOf(address);
        const { thread } = address.to;
        // A reminder stands in the open even where its address names a thread.
        const name =
          externalId ??
          (thread ? await lookUp(delivery, channel, thread) : null) ??
          (await lookUp(delivery, channel, undefined));
        const [ts, file] = name?.split(' ') ?? [];
        // The file first: once the message is gone, nothing tells any more which it was.
        if (file !== undefined) await pictures.remove(client, file);
        if (ts !== undefined) await client.chat.delete({ channel, ts });
        return { type: 'removed' };
      } catch (error) {
        return removedOf(error);
      }
    },
  };
}

/** The last resort: text alone. */
function textOnly(message: Message): { readonly text: string } {
  return { text: escapeText(shorten(clean(toPlainText(message)), LIMITS.message)) };
}

/** A reminder comes months later: in a thread nobody looks at any more it would not be seen. */
function threadOf({ address, message }: Delivery): string | undefined {
  return message.kind === 'reminder' ? undefined : address.to['thread'];
}

/** Whatever became of opening the conversation, no message was posted. */
function beforePosting(outcome: Outcome): Outcome {
  return outcome.type === 'unknown' ? { type: 'not-sent', reason: outcome.reason } : outcome;
}

/** Whether a message may stand there that shows the picture. */
function mayShow(outcome: Outcome, { slack_file }: Image): boolean {
  return outcome.type === 'sent'
    ? (outcome.externalId?.endsWith(slack_file.id) ?? false)
    : outcome.type === 'unknown';
}

/** A message by its time and, where it shows one, the file of its picture. */
const named = (ts: string, file: string | undefined): string => (file === undefined ? ts : `${ts} ${file}`);

/** The file that a message shows; a message of Slack's own may hold blocks of any kind. */
function fileIn(blocks: readonly object[] | undefined): string | undefined {
  const image = blocks?.find((block) => 'slack_file' in block) as
    | { slack_file?: { id?: string } }
    | undefined;
  return image?.slack_file?.id;
}

function idIn(metadata: unknown): unknown {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as {
    event_type?: unknown;
    event_payload?: { id?: unknown };
  };
  return type === METADATA ? payload?.id : undefined;
}
