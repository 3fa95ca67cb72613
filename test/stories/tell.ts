import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/coach/message.js';
import type { Driver } from '../../src/store/driver.js';
import { openPglite } from '../../src/store/pglite.js';
import { CoachAlone } from './coach-alone.js';
import type { Heard, StoryDriver } from './driver.js';
import { type Line, readStories, type Story } from './story.js';
import { StoryService } from './story-service.js';

type CreateDriver = (service: StoryService, zone: string) => Promise<StoryDriver>;

/** What the person must be able to read, whatever the layout. */
function pieces(message: Message): string[] {
  const texts = ((): readonly (string | null)[] => {
    switch (message.kind) {
      case 'text':
      case 'reminder':
        return [message.text];
      case 'question':
        return [message.progress, message.text];
      case 'summary':
        return [message.title, ...message.lines.flatMap((line) => [line.label, line.value])];
      case 'card':
        return [
          message.title,
          message.text,
          ...message.sections.flatMap((one) => [one.heading, ...one.items]),
        ];
      case 'draft':
        return [
          message.title,
          ...message.subjects,
          message.body,
          ...message.findings.map((one) => one.advice),
        ];
    }
  })();
  return texts.flatMap((text) => (text ?? '').split('\n')).filter((line) => line.trim() !== '');
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The channel shows all that the coach says, in its order, with every button that answers. */
function compare(place: string, messages: readonly Message[], heard: readonly Heard[]): void {
  const shown = folded(heard.map((one) => one.text).join('\n'));
  const buttons = heard.flatMap((one) => one.buttons);
  for (const message of messages) {
    for (const piece of pieces(message)) expect(shown, place).toContain(folded(piece));
    for (const choice of message.choices) expect(buttons, place).toContain(choice.label);
  }
  if (messages.length === 0) expect(shown, place).toBe('');
}

interface Manner {
  /** The channel greets before anything can be said. */
  readonly opensFirst?: boolean;
  /** There are no buttons: their labels are typed. */
  readonly typesLabels?: boolean;
  /** Nothing can be sent while nothing is typed. */
  readonly refusesEmpty?: boolean;
  /** A draft is edited in a form, so nobody needs to be asked for the text. */
  readonly editsInForm?: boolean;
  /** What was said can't be taken away again. */
  readonly keepsMessages?: boolean;
}

/** Does it on the channel, and beside it to the coach alone. */
async function play(
  driver: StoryDriver,
  coach: CoachAlone,
  deed: Line['does'],
  { typesLabels = false }: Manner,
): Promise<readonly Message[]> {
  switch (deed.type) {
    case 'open':
      await driver.open();
      break;
    case 'type':
      await driver.type(deed.text);
      break;
    case 'edit':
      await driver.edit?.(Number(deed.message.slice(1)), deed.text);
      break;
    case 'click':
      await driver.click(deed.label);
      if (typesLabels) return coach.do({ type: 'text', text: deed.label });
      break;
    case 'clock':
      await driver.moveClock(deed.to);
  }
  return coach.play(deed);
}

async function tell(
  database: Driver,
  story: Story,
  createDriver: CreateDriver,
  manner: Manner,
): Promise<void> {
  const service = await StoryService.create(database, story.zone, story.now);
  const driver = await createDriver(service, story.zone);
  const coach = new CoachAlone(story.zone, story.now, null, !manner.keepsMessages);
  const opened = story.lines[0]?.does.type === 'open' || !manner.opensFirst;
  const lines = opened ? story.lines : [{ number: 0, does: { type: 'open' } as const }, ...story.lines];
  try {
    for (const { number, does } of lines) {
      // Where nothing can be edited, the person would have written on in another way.
      if (does.type === 'edit' && !driver.edit) break;
      if (manner.refusesEmpty && does.type === 'type' && does.text === '') continue;
      const messages = await play(driver, coach, does, manner);
      const expected = messages.filter(({ key }) => !(manner.editsInForm && key === 'drafts.edit'));
      compare(`${story.file}:${number}`, expected, await driver.heard());
    }
  } finally {
    await driver.close();
  }
}

/** Plays every story on one channel, beside the coach alone, and compares what the person sees. */
export function tellAll(createDriver: CreateDriver, manner: Manner = {}): void {
  let database: Driver;
  beforeAll(async () => {
    database = await openPglite(null);
  });
  afterAll(() => database.close());
  for (const story of readStories()) {
    test(`${story.file}: ${story.title}`, () => tell(database, story, createDriver, manner), 60_000);
  }
}
