import { randomUUID } from 'node:crypto';
import { parseLine } from '../../../src/channels/terminal/parse.js';
import { renderText } from '../../../src/channels/terminal/render.js';
import { createTerminal, terminalPerson } from '../../../src/channels/terminal/terminal.js';
import type { Input } from '../../../src/coach/input.js';
import type { Choice, Message } from '../../../src/coach/message.js';
import type { Heard, StoryDriver } from '../../stories/driver.js';
import type { StoryService } from '../../stories/story-service.js';

/** Plays a person at a terminal. There is nothing to click there: a button is answered by typing its label. */
export async function createTerminalDriver(
  service: StoryService,
  { zone }: { zone: string },
): Promise<StoryDriver> {
  const heard: Heard[] = [];
  const handle = service.mountOn(
    createTerminal((message) => heard.push({ text: renderText(message), buttons: labelsOf(message) })),
  );
  const say = async (input: Input): Promise<void> => {
    const address = { channel: 'terminal', to: {} } as const;
    await handle({ id: randomUUID(), who: terminalPerson, address, input, zone, locale: 'en-US' });
  };
  return {
    open: () => say({ type: 'hello' }),
    async type(text) {
      const line = parseLine(text);
      await (line.type === 'say' ? say(line.input) : service.moveClock(line.to));
    },
    click: (label) => say({ type: 'text', text: label }),
    async heard() {
      await service.drain();
      return heard.splice(0);
    },
    moveClock: (to) => service.moveClock(to),
    close: () => service.close(),
  };
}

function labelsOf(message: Message): string[] {
  const lines: readonly Choice[] = message.kind === 'summary' ? message.lines.map((line) => line.change) : [];
  return [...lines, ...message.choices].map((choice) => choice.label);
}
