/** One message as the person sees it on a channel. */
export interface Heard {
  /** Everything readable in it, white space folded by the channel's own layout. */
  readonly text: string;
  /** Labels of its buttons and options, in order. */
  readonly buttons: readonly string[];
}

/** Plays a person on one channel, through the channel's real front door. */
export interface StoryDriver {
  /** The person opens the conversation for the first time (install, bare command, page load). */
  open(): Promise<void>;
  type(text: string): Promise<void>;
  /** Edits what was typed, the first text being 1. Absent where nothing can be edited: stories end there before it. */
  edit?(typed: number, text: string): Promise<void>;
  /** Clicks the newest visible button or option with this label. */
  click(label: string): Promise<void>;
  /** All that the coach said since the last call, oldest first. Waits until the outbox is empty. */
  heard(): Promise<Heard[]>;
  /** Moves the clock to a local wall-clock time (`YYYY-MM-DDTHH:MM`) and delivers what falls due on the way. */
  moveClock(to: string): Promise<void>;
  close(): Promise<void>;
}
