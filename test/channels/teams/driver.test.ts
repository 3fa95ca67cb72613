import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../src/coach/message.js';
import type { Channel, Inbound } from '../../../src/service/ports.js';
import type { StoryDriver } from '../../stories/driver.js';
import { createTeamsDriver, type StoryService } from './driver.js';
import { examples } from './messages.js';

/** A service that answers each input with the messages a test chose, through an outbox in memory. */
class ScriptedService implements StoryService {
  readonly inputs: Inbound['input'][] = [];
  readonly outbox: { inbound: Inbound; message: Message }[] = [];
  answers: readonly Message[] = [];
  clock: string | null = null;
  #channel: Channel | null = null;

  mountOn(channel: Channel) {
    this.#channel = channel;
    return async (inbound: Inbound) => {
      this.inputs.push(inbound.input);
      for (const message of this.answers) this.outbox.push({ inbound, message });
      return 'handled' as const;
    };
  }

  async drain(): Promise<void> {
    for (const { inbound, message } of this.outbox.splice(0)) {
      const { id, who, address } = inbound;
      const outcome = await this.#channel?.send({ id, who, address, message, attempt: 1 });
      expect(outcome).toMatchObject({ type: 'sent' });
    }
  }

  async moveClock(to: string): Promise<void> {
    this.clock = to;
  }

  async close(): Promise<void> {}
}

let service: ScriptedService;
let driver: StoryDriver;
beforeEach(async () => {
  service = new ScriptedService();
  driver = await createTeamsDriver(service);
});
afterEach(() => driver.close());

describe('a person in Teams', () => {
  it('is greeted once when the app is installed', async () => {
    service.answers = [examples.text];
    await driver.open();
    expect(service.inputs).toEqual([{ type: 'hello' }]);
    expect(await driver.heard()).toEqual([{ text: 'First.\nSecond,\nthird.', buttons: [] }]);
    expect(await driver.heard()).toEqual([]);
  });

  it('types, hears a question, and clicks an answer that can be clicked once', async () => {
    service.answers = [examples.question];
    await driver.type('I got an offer');
    expect(await driver.heard()).toEqual([
      { text: '1 of about 4\nIs it in writing?', buttons: ['Yes', 'No', 'Back'] },
    ]);
    service.answers = [];
    await driver.click('No');
    expect(service.inputs.at(-1)).toEqual({ type: 'click', action: 'q:no' });
    await expect(driver.click('No')).rejects.toThrow('Nothing is labelled "No"');
  });

  it('clicks the newest of two equal buttons', async () => {
    service.answers = [
      examples.question,
      { ...examples.question, choices: [{ label: 'Yes', action: 'new:yes' }] },
    ];
    await driver.type('hello');
    await driver.click('Yes');
    expect(service.inputs.at(-1)).toEqual({ type: 'click', action: 'new:yes' });
  });

  it('picks from a list', async () => {
    const choices = Array.from({ length: 13 }, (_, i) => ({ label: `Reason ${i}`, action: `r:${i}` }));
    service.answers = [{ ...examples.question, choices }];
    await driver.type('hello');
    await driver.click('Reason 12');
    expect(service.inputs.at(-1)).toEqual({ type: 'click', action: 'r:12' });
  });

  it('picks a date', async () => {
    service.answers = [examples.date];
    await driver.type('hello');
    await driver.click('2026-11-27');
    expect(service.inputs.at(-1)).toEqual({ type: 'click', action: 'q:date', value: '2026-11-27' });
  });

  it('hears a letter once, though it is posted twice', async () => {
    service.answers = [examples.draft];
    await driver.type('hello');
    const heard = await driver.heard();
    expect(heard).toHaveLength(1);
    expect(heard[0]?.text).toContain(examples.draft.body);
    expect(heard[0]?.buttons).toContain('I sent it');
  });

  it('sends a form as it stands', async () => {
    service.answers = [examples.date];
    await driver.type('hello');
    await driver.click('Keep these');
    expect(service.inputs.at(-1)).toMatchObject({
      action: 'f:submit',
      values: { pay: '', start: '2027-01-01', place: 'home', terms: 'Bonus', call: '' },
    });
  });

  it('waits', async () => {
    await driver.moveClock('2027-01-01T09:00');
    expect(service.clock).toBe('2027-01-01T09:00');
  });
});
