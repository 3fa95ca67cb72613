import { randomBytes } from 'node:crypto';
import { instantOf, localOf } from '../../src/coach/remind/calendar.js';
import { createLog } from '../../src/log.js';
import { createLook } from '../../src/service/look.js';
import type { Channel, Handle, Look, PersonKey, Store } from '../../src/service/ports.js';
import { createService, type Service } from '../../src/service/service.js';
import { TIMING } from '../../src/service/timing.js';
import type { Driver } from '../../src/store/driver.js';
import { openStoreOn } from '../../src/store/open-store.js';
import { createWordsFor } from '../../src/templates.js';

const TABLES = ['people', 'inbound', 'reminders', 'outbox', 'attempts', 'removals', 'posted'];

/** The real service on a real store, with a clock that stands still until it is moved. For one person at a time. */
export class StoryService {
  private service: Service | null = null;
  private who: PersonKey | null = null;

  private constructor(
    private readonly store: Store,
    readonly zone: string,
    private instant: string,
  ) {}

  static async create(driver: Driver, zone: string, local: string): Promise<StoryService> {
    const store = await openStoreOn(driver, KEY, createLog('silent'));
    for (const table of TABLES) await driver.query(`truncate ${table} cascade`);
    return new StoryService(store, zone, instantOf(local, zone));
  }

  mountOn(channel: Channel): Handle {
    this.service = createService({
      store: this.store,
      channels: [channel],
      // There is no other replica to wait for.
      timing: { ...TIMING, settleMs: 0 },
      wordsFor: createWordsFor(),
      clock: () => this.instant,
      owner: randomBytes(16).toString('hex'),
      log: createLog('error'),
    });
    const { handle } = this.service;
    return (inbound, whereabouts) => {
      this.who = inbound.who;
      return handle(inbound, whereabouts);
    };
  }

  /** What a channel may see of the person. */
  get look(): Look {
    return createLook({ turns: this.store, wordsFor: createWordsFor(), clock: () => this.instant });
  }

  async drain(): Promise<void> {
    await this.service?.settled();
    await this.service?.deliver();
  }

  async moveClock(to: string): Promise<void> {
    const target = instantOf(to, this.zone);
    if (this.who) await this.service?.runDueUntil(this.who, target);
    this.instant = target;
    await this.drain();
  }

  readonly clock = {
    now: (): string => this.instant,
    moveTo: async (_who: PersonKey, local: string): Promise<string> => {
      await this.moveClock(local);
      return this.instant;
    },
    nextReminder: async (who: PersonKey): Promise<string | null> => {
      const [next] = await this.store.turn(who, (turn) => turn.reminders());
      return next ? localOf(next.dueAt, next.zone) : null;
    },
  };

  async close(): Promise<void> {
    await this.service?.settled();
  }
}

const KEY = randomBytes(32).toString('hex');
