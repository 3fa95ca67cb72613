import type { Words } from '../../coach/words.js';
import type { Log } from '../../log.js';
import type { Handle, Look, PersonKey, Whereabouts } from '../../service/ports.js';
import { type Agent, createAgent } from './agent.js';
import type { Call } from './calls.js';
import { nameOf, outcomeOf } from './errors.js';
import { createForms, type Forms, type Rejection } from './forms.js';
import type { Homes } from './homes.js';
import type { Parsed, Turn } from './meant.js';
import { type Clicked, spent } from './spent.js';

/** Answers Slack; what is given is shown to the person at once. Once only. */
export type Ack = (answer?: Rejection | { response_type: 'ephemeral'; text: string }) => Promise<void>;

/** A payload with a good signature that isn't what Slack sends. */
export class MalformedPayload extends Error {
  override readonly name = 'MalformedPayload';
}

/** Forgotten ones keep their buttons, which lead to the same turn as before. */
const MOST_OPENED = 1_000;

export interface TurnParts {
  readonly handle: Handle;
  readonly look: Look;
  readonly call: Call;
  readonly homes: Homes;
  readonly whereabouts: (who: PersonKey) => Promise<Whereabouts>;
  /** Leaves a note at an address that Slack gave, seen by the person alone. */
  readonly note: (address: string, text: string) => Promise<void>;
  readonly words: Words;
  readonly log: Log;
}

/**
 * What a payload leads to: a turn of the service, and around it what only Slack has. Rejects when nothing was saved:
 * then it isn't acknowledged, and Slack sends events again. Nothing around it ever fails a turn.
 */
export class TurnsOfSlack {
  private readonly forms: Forms;
  private readonly agent: Agent;
  /** The messages from which forms were opened: their buttons go once the form is handed in. */
  private readonly opened = new Map<string, Clicked>();

  constructor(private readonly parts: TurnParts) {
    this.forms = createForms(parts);
    this.agent = createAgent(parts);
  }

  async take(parsed: Parsed, ack: Ack): Promise<void> {
    const { log, homes } = this.parts;
    switch (parsed.type) {
      case 'malformed':
        throw new MalformedPayload(parsed.reason);
      case 'ignored':
        log.debug({ reason: parsed.reason }, 'Slack sent something that needs no answer.');
        return ack();
      case 'home':
        await ack();
        return homes.opened(parsed.who);
      case 'inbound':
        return this.turn(parsed, onceOnly(ack));
    }
  }

  private async turn(turn: Turn, ack: Ack): Promise<void> {
    const { inbound, opening, handedIn, elsewhere } = turn;
    const { who } = inbound;
    const view = opening ? await this.forms.open(who, opening, ack) : null;
    if (view !== null) {
      if (turn.clicked) this.remember(view, turn.clicked);
      return ack();
    }
    if (handedIn) {
      const { closed, rejection } = await this.forms.check(who, handedIn);
      // A form that is handed in twice finds its questions answered by itself.
      if (rejection && (!closed || (await this.handle(turn)) === 'handled')) return ack(rejection);
      if (rejection) return ack();
    }
    await this.handle(turn);
    await ack(
      elsewhere ? { response_type: 'ephemeral', text: this.parts.words.text('slack.elsewhere') } : undefined,
    );
    await this.afterwards(turn);
  }

  private async handle({ inbound, typed }: Turn): Promise<'handled' | 'repeated'> {
    const done = typed ? this.agent.working(inbound.who, typed) : null;
    try {
      return await this.parts.handle(inbound, this.parts.whereabouts(inbound.who));
    } finally {
      void done?.();
    }
  }

  private async afterwards(turn: Turn): Promise<void> {
    const { homes, words } = this.parts;
    const { handedIn, noteTo, arrivedIn, atHome } = turn;
    const { who } = turn.inbound;
    const clicked = turn.clicked ?? this.opened.get(handedIn?.view ?? '');
    if (atHome) homes.used(who);
    if (clicked) await this.replace(who, clicked);
    if (noteTo) await this.leaveNote(noteTo, words.text('slack.answered-privately'));
    if (arrivedIn) await this.agent.suggest(who, arrivedIn);
  }

  private remember(view: string, clicked: Clicked): void {
    if (this.opened.size >= MOST_OPENED) this.opened.clear();
    this.opened.set(view, clicked);
  }

  /** Takes the used buttons away. Harmless when it fails: clicked again, they lead to the same turn as before. */
  private async replace(who: PersonKey, clicked: Clicked): Promise<void> {
    const { call, log, words } = this.parts;
    const replacement = spent(clicked, words);
    if (!replacement) return;
    try {
      await call(who, 'chat.update', { channel: clicked.channel, ts: clicked.ts, ...replacement });
    } catch (error) {
      log.warn(outcomeOf(error), 'The used buttons of a Slack message could not be taken away.');
    }
  }

  private async leaveNote(address: string, text: string): Promise<void> {
    try {
      await this.parts.note(address, text);
    } catch (error) {
      this.parts.log.warn({ error: nameOf(error) }, 'A note beside a message could not be left in Slack.');
    }
  }
}

function onceOnly(ack: Ack): Ack {
  let isDone = false;
  return async (answer) => {
    if (isDone) return;
    isDone = true;
    await ack(answer);
  };
}
