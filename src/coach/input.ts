/** What a person did, whatever the channel. */
export type Input =
  /** They installed the app, typed the bare command, or asked for the coach in another way. */
  | { readonly type: 'hello' }
  /** They came by, as by opening the tab: a new person is greeted, others are left in peace. */
  | { readonly type: 'arrived' }
  /**
   * They typed. A sub-command arrives as its word ("help"), without the slash. `message` is what the platform calls
   * the message, absent where none can be edited. `files`: some came with it, which the coach can't read.
   */
  | { readonly type: 'text'; readonly text: string; readonly message?: string; readonly files?: boolean }
  /** They handed over a message of somebody else's that they want to answer. */
  | { readonly type: 'forwarded'; readonly text: string }
  /** They edited a message that they had typed before; `text` is the whole of it now. */
  | { readonly type: 'edited'; readonly message: string; readonly text: string }
  /**
   * They clicked. `action` comes from a `Choice` or an `answer`; `value` is what a date picker or an editor
   * collected; `values` what a form did.
   */
  | {
      readonly type: 'click';
      readonly action: string;
      readonly value?: string;
      readonly values?: Readonly<Record<string, string>>;
    };
