import { checkDraft } from '../draft/check.js';
import type { DraftMessage } from '../message.js';
import { active } from './frames.js';
import { goOn } from './respond.js';
import { preview, say, type Talk, text } from './talk.js';

/** The next thing the person types is looked through, and kept nowhere. */
export function askForText(talk: Talk): void {
  talk.state.expecting = { type: 'check' };
  say(talk, 'drafts.check.ask');
}

/** Any reply of the person's own: what the draft check notices in it (K79). */
export function checkText(talk: Talk, written: string): void {
  talk.state.expecting = null;
  sayFindings(talk, checkDraft({ text: written.trim(), channel: 'email' }, talk.context.words));
  if (!talk.state.paused && active(talk)) goOn(talk);
}

/** What was noticed, or that nothing was. */
export function sayFindings(talk: Talk, findings: DraftMessage['findings']): void {
  if (findings.length === 0) return say(talk, 'drafts.check.nothing');
  talk.messages.push({
    kind: 'card',
    key: 'drafts.check.findings',
    preview: preview(talk, 'card'),
    title: text(talk, 'drafts.check.title'),
    text: text(talk, 'drafts.check.yours'),
    sections: [
      {
        heading: '',
        items: findings.map(({ quote, advice }) =>
          quote.trim() === '' ? advice : text(talk, 'drafts.check.finding', { quote: quote.trim(), advice }),
        ),
      },
    ],
    choices: [],
  });
}
