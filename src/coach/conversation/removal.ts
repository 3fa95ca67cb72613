import type { Choice } from '../message.js';
import { active } from './frames.js';
import { goOn } from './respond.js';
import { choice, say, type Talk } from './talk.js';

/** "delete messages", "delete your last message", "clear this chat". Null when no messages are meant. */
export function readRemoval(line: string): 'all' | 'last' | null {
  const said = /^(?:please )?(?:delete|erase|remove|clear|take (?:away|back)) (.+?)[.!]?$/iu.exec(line)?.[1];
  if (said === undefined) return null;
  if (/^(?:(?:this|that|the|your|the coach's) )?(?:last |latest |newest )?message$/iu.test(said))
    return 'last';
  const all =
    /^(?:(?:all|all of) )?(?:(?:the|these|your|the coach's) )?(?:messages|(?:this |our )?(?:chat|conversation))(?: (?:here|in this chat|in the chat))?$/iu;
  return all.test(said) ? 'all' : null;
}

/** The button under what had better not stay in a chat: a letter, an export, a secret address. */
export function removable(talk: Talk): Choice[] {
  return talk.context.removes ? [choice(talk, 'removal.this', { do: 'remove', what: 'this' })] : [];
}

/** What I know stays in my notes, so one message goes without asking. `on` is what the platform calls it. */
export function removeOne(talk: Talk, on: string | undefined): void {
  if (!canRemove(talk)) return;
  talk.effects.push({ type: 'remove-messages', which: on === undefined ? 'last' : { id: on } });
  say(talk, 'removal.one-going');
}

export function askToRemoveAll(talk: Talk): void {
  if (!canRemove(talk)) return;
  talk.state.expecting = { type: 'remove-messages' };
  say(talk, 'removal.ask', {}, [
    choice(talk, 'removal.yes', { do: 'expected', value: 'remove' }, 'danger'),
    choice(talk, 'conversation.buttons.go-on', { do: 'expected', value: 'go-on' }),
  ]);
}

/** The open question goes with the others, so it is asked again below. */
export function removeAll(talk: Talk): void {
  talk.state.expecting = null;
  talk.effects.push({ type: 'remove-messages', which: 'all' });
  say(talk, 'removal.going');
  if (active(talk) && !talk.state.paused) goOn(talk);
}

function canRemove(talk: Talk): boolean {
  if (talk.context.removes) return true;
  say(talk, 'removal.cannot');
  return false;
}
