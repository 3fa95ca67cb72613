import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Line, parseLine } from '../channels/terminal/parse.js';
import { renderJson, renderText } from '../channels/terminal/render.js';
import { createTerminal, terminalPerson } from '../channels/terminal/terminal.js';
import type { Input } from '../coach/input.js';
import type { Message } from '../coach/message.js';
import { instantOf } from '../coach/remind/calendar.js';
import type { Log } from '../log.js';
import type { Store } from '../service/ports.js';
import { createService } from '../service/service.js';
import { createWordsFor } from '../templates.js';

export interface ChatOptions {
  readonly store: Store;
  readonly log: Log;
  readonly json: boolean;
  /** ISO instant at which the clock stands, or null for the real clock. */
  readonly now: string | null;
  /** IANA zone; null for the machine's. */
  readonly zone: string;
  readonly locale: string;
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits there: then there is a prompt. */
  readonly interactive: boolean;
}

/** The coach at a terminal: one message a line, until the input ends. Returns when every reply is written. */
export async function chat(options: ChatOptions): Promise<void> {
  const { store, log, json, zone, locale, input, output, interactive } = options;
  let now = options.now;
  const write = (message: Message): void => {
    output.write(json ? `${renderJson(message)}\n` : `${renderText(message)}\n\n`);
  };
  const service = createService({
    store,
    channels: [createTerminal(write)],
    wordsFor: createWordsFor(),
    clock: () => now,
    owner: randomUUID(),
    log,
  });
  const say = async (did: Input): Promise<void> => {
    await service.handle({
      id: randomUUID(),
      who: terminalPerson,
      address: { channel: 'terminal', to: {} },
      input: did,
      zone,
      locale,
    });
    await service.deliver(terminalPerson);
  };
  const take = async (line: Line): Promise<void> => {
    if (line.type === 'say') return say(line.input);
    const until = instantOf(line.to, zone);
    await service.runDueUntil(terminalPerson, until);
    now = until;
    await service.deliver(terminalPerson);
  };
  if (interactive) await say({ type: 'hello' });
  const lines = createInterface({ input, ...(interactive ? { output, prompt: '> ' } : {}) });
  if (interactive) lines.prompt();
  for await (const line of lines) {
    await take(parseLine(line));
    if (interactive) lines.prompt();
  }
  await service.settled();
}
