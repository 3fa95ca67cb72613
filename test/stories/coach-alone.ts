import { advance } from '../../src/coach/conversation/advance.js';
import type { Effect } from '../../src/coach/conversation/effect.js';
import { remindNow } from '../../src/coach/conversation/reminders.js';
import type { Context } from '../../src/coach/conversation/talk.js';
import type { Input } from '../../src/coach/input.js';
import type { Choice, Message } from '../../src/coach/message.js';
import { instantOf } from '../../src/coach/remind/calendar.js';
import type { Reminder } from '../../src/coach/remind/reminder.js';
import { loadWords } from '../../src/templates.js';
import type { Line } from './story.js';

const words = loadWords('en-US');

/** The pure coach without service or store: what any channel must show. Its state is written and read again between any two lines. */
export class CoachAlone {
  readonly words = words;
  state: unknown = null;
  now: string;
  calendarIsOpen = false;
  private pending: { reminder: Reminder; dueAt: string }[] = [];
  private shown: Choice[] = [];

  constructor(
    readonly zone: string,
    local: string,
    /** The address that a calendar would get; none where nothing serves it. */
    private readonly calendar: string | null = null,
    private readonly removes = true,
  ) {
    this.now = instantOf(local, zone);
  }

  get reminders(): readonly Reminder[] {
    return this.pending.map(({ reminder }) => reminder);
  }

  do(input: Input): readonly Message[] {
    const before = JSON.stringify(this.state);
    const result = advance(this.state, input, this.context());
    if (JSON.stringify(this.state) !== before) throw new Error('advance changed the state that it was given');
    return this.take(result.state, result.messages, result.effects);
  }

  /** Does what a line of a story says. */
  play(deed: Line['does']): readonly Message[] {
    switch (deed.type) {
      case 'open':
        return this.do({ type: 'hello' });
      case 'type':
        return this.do({ type: 'text', text: deed.text, message: deed.message });
      case 'edit':
        return this.do({ type: 'edited', message: deed.message, text: deed.text });
      case 'click':
        return this.click(deed.label);
      case 'clock':
        return this.moveClock(deed.to);
    }
  }

  /** Clicks the newest button with this label. An ISO date goes into the newest date question. */
  click(label: string): readonly Message[] {
    const choice = this.shown.findLast((one) => one.label === label);
    if (choice) return this.do({ type: 'click', action: choice.action });
    const picker = this.shown.findLast((one) => one.label === '<date>');
    if (picker && /^\d{4}-\d{2}-\d{2}$/.test(label))
      return this.do({ type: 'click', action: picker.action, value: label });
    throw new Error(
      `No button "${label}" is shown; there are: ${this.shown.map((one) => one.label).join(' | ')}`,
    );
  }

  moveClock(to: string): readonly Message[] {
    const target = instantOf(to, this.zone);
    const said: Message[] = [];
    for (;;) {
      this.pending.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
      const next = this.pending[0];
      if (!next || next.dueAt > target) break;
      if (next.dueAt > this.now) this.now = next.dueAt;
      this.pending.shift();
      const result = remindNow(this.state, { ...next.reminder, dueAt: next.dueAt }, this.context());
      if (result === null) continue;
      if ('putOff' in result) this.pending.push({ reminder: next.reminder, dueAt: result.putOff });
      else said.push(...this.take(result.state, result.messages, result.effects));
    }
    this.now = target;
    return said;
  }

  private context(): Context {
    return {
      now: this.now,
      zone: this.zone,
      locale: 'en-US',
      words,
      reminders: this.reminders,
      ...(this.calendar && { calendar: this.calendar }),
      removes: this.removes,
    };
  }

  private take(state: unknown, messages: readonly Message[], effects: readonly Effect[]): readonly Message[] {
    this.state = JSON.parse(JSON.stringify(state));
    for (const effect of effects) this.apply(effect);
    for (const message of messages) this.shown.push(...buttonsOf(message));
    return messages;
  }

  private apply(effect: Effect): void {
    if (effect.type === 'delete-person') {
      this.state = null;
      this.pending = [];
      return;
    }
    if (effect.type === 'open-calendar' || effect.type === 'close-calendar') {
      this.calendarIsOpen = effect.type === 'open-calendar';
      return;
    }
    // A chat is nobody's here.
    if (effect.type === 'remove-messages') return;
    const id = effect.type === 'remind' ? effect.reminder.id : effect.id;
    this.pending = this.pending.filter(({ reminder }) => reminder.id !== id);
    if (effect.type === 'remind') this.pending.push({ reminder: effect.reminder, dueAt: effect.dueAt });
    this.pending.sort((one, other) => one.dueAt.localeCompare(other.dueAt));
  }
}

/** Every button of a message, in the order shown; a date field counts as the button `<date>`. */
export function buttonsOf(message: Message): Choice[] {
  return [
    ...(message.kind === 'summary' ? message.lines.map((line) => line.change) : []),
    ...(message.kind === 'question' && message.field === 'date'
      ? [{ label: '<date>', action: message.answer }]
      : []),
    ...message.choices,
    ...(message.kind === 'question' ? message.controls : []),
    ...(message.kind === 'draft' && message.explain ? [message.explain] : []),
  ];
}
