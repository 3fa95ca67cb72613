import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice, Message } from '../../../src/coach/message.js';
import type { Channel, Inbound, Look, Whereabouts } from '../../../src/service/ports.js';
import type { StoryDriver } from '../../stories/driver.js';
import { createSlackDriver, type StoryService } from './driver.js';

const choices = (...labels: string[]): Choice[] => labels.map((label) => ({ label, action: `say:${label}` }));

const question = (changes: Partial<Extract<Message, { kind: 'question' }>>): Message => ({
  kind: 'question',
  key: 'k',
  preview: 'A question for you',
  text: 'Which one?',
  progress: null,
  field: 'choice',
  answer: 'answer:it',
  choices: [],
  controls: [],
  form: null,
  ...changes,
});

/** Repeats what it was told, and asks what the test wants asked. */
class Parrot implements StoryService {
  readonly told: Inbound[] = [];
  next: Message | null = null;
  /** What is seen at each look, in turn. */
  readonly seen: unknown[] = [];
  readonly look: Look = async <T>() => this.seen.shift() as T;
  private channel: Channel | null = null;
  private readonly outbox: (() => Promise<unknown>)[] = [];

  mountOn(channel: Channel) {
    this.channel = channel;
    return async (inbound: Inbound, whereabouts?: Promise<Whereabouts>) => {
      this.told.push({ ...inbound, ...(await whereabouts) });
      const { who, address, input } = inbound;
      const text = input.type === 'arrived' ? 'Hello.' : JSON.stringify(input);
      const said: Message[] = [{ kind: 'text', key: 'k', preview: 'A word', text, choices: [] }];
      for (const message of this.next ? [...said, this.next] : said) {
        const id = `delivery-${this.told.length}-${message.kind}`;
        this.outbox.push(() => channel.send({ id, who, address, message, attempt: 1 }));
      }
      this.next = null;
      return 'handled' as const;
    };
  }
  async drain() {
    for (const send of this.outbox.splice(0)) await send();
  }
  async moveClock() {
    expect(this.channel).not.toBeNull();
  }
  async close() {}
}

let parrot: Parrot;
let driver: StoryDriver;
beforeEach(async () => {
  parrot = new Parrot();
  driver = await createSlackDriver(parrot, { zone: 'America/New_York' });
});
afterEach(() => driver.close());

const lastInput = () => parrot.told.at(-1)?.input;

describe('the Slack driver', () => {
  it('opens the conversation and hears the greeting once', async () => {
    await driver.open();
    expect(await driver.heard()).toEqual([{ text: 'Hello.', buttons: [] }]);
    expect(await driver.heard()).toEqual([]);
    expect(parrot.told[0]).toMatchObject({
      input: { type: 'arrived' },
      zone: 'America/New_York',
      locale: 'en-US',
    });
  });

  it('types what a person types, whatever is in it', async () => {
    await driver.type('R&D <lead> at &lt;Acme&gt;');
    expect(lastInput()).toMatchObject({ type: 'text', text: 'R&D <lead> at &lt;Acme&gt;' });
  });

  it('clicks buttons, options of menus and dates', async () => {
    parrot.next = question({ choices: choices('Yes', 'No'), controls: choices('Go back') });
    await driver.open();
    expect((await driver.heard())[1]).toEqual({ text: 'Which one?', buttons: ['Yes', 'No', 'Go back'] });

    parrot.next = question({ choices: choices('A', 'B', 'C', 'D', 'E', 'F') });
    await driver.click('Go back');
    expect(lastInput()).toEqual({ type: 'click', action: 'say:Go back' });
    await driver.heard();

    parrot.next = question({ field: 'date', answer: 'answer:deadline' });
    await driver.click('E');
    expect(lastInput()).toEqual({ type: 'click', action: 'say:E' });
    await driver.heard();

    await driver.click('2026-12-04');
    expect(lastInput()).toEqual({ type: 'click', action: 'answer:deadline', value: '2026-12-04' });
  });

  it('no longer sees the buttons of an answered question', async () => {
    parrot.next = question({ choices: choices('Yes', 'No') });
    await driver.open();
    await driver.heard();
    await driver.click('Yes');
    await expect(driver.click('No')).rejects.toThrow('there is nothing');
  });

  it('edits a draft in its form', async () => {
    const draft = {
      kind: 'draft',
      key: 'k',
      preview: 'Your draft',
      draft: 'd1',
      title: 'Your reply',
    } as const;
    const edit = 'edit:d1';
    const body = 'Dear Kim,\nno.';
    const field = { id: 'text', label: 'The whole text', field: 'long-text', options: [], value: body };
    const form = { title: 'Your own words', fields: [field], submit: { label: 'Keep this', action: edit } };
    parrot.next = {
      ...draft,
      subjects: [],
      body,
      parts: [],
      findings: [],
      edit,
      choices: [{ label: 'Edit', action: edit }],
    };
    await driver.open();
    await driver.heard();
    parrot.seen.push(form, { closed: false, problems: {} });
    await driver.click('Edit');
    await driver.type('Dear Kim,\nno, thank you.');
    expect(lastInput()).toEqual({
      type: 'click',
      action: edit,
      values: { text: 'Dear Kim,\nno, thank you.' },
    });
    await driver.type('and now in the conversation');
    expect(lastInput()).toMatchObject({ type: 'text', text: 'and now in the conversation' });
  });

  it('cannot click what is not there', async () => {
    await driver.open();
    await driver.heard();
    await expect(driver.click('Accept')).rejects.toThrow('Nothing to click is called "Accept"');
  });
});
