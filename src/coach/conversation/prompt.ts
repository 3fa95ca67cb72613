import { readCommand } from '../understand/command.js';
import { readYesNo } from '../understand/yes-no.js';
import { chooseAbout } from './about.js';
import { checkText } from './check-text.js';
import { active } from './frames.js';
import { chooseZone, menu } from './menu.js';
import { deleteAll, deleteOpportunity, showExport } from './privacy.js';
import { moveReminder } from './reminders.js';
import { removeAll } from './removal.js';
import { drop } from './repair.js';
import { goOn } from './respond.js';
import { chooseQuiet } from './settings.js';
import { say, type Talk } from './talk.js';

/** An answer to a one-off prompt, typed or clicked. */
export function expected(talk: Talk, value: string): void {
  const { expecting } = talk.state;
  if (!expecting) return menu(talk);
  // Words for a draft come here only to leave it as it is.
  const isLeft = readCommand(value).command === 'cancel' && expecting.type !== 'cancel';
  if (isLeft || expecting.type === 'draft-text') return leave(talk);
  switch (expecting.type) {
    case 'reminder-time':
      return moveReminder(talk, expecting.reminder, value);
    case 'zone':
      return chooseZone(talk, value);
    case 'quiet':
      return chooseQuiet(talk, value);
    case 'about':
      return chooseAbout(talk, expecting, value);
    case 'cancel':
      return value === 'stop' || readYesNo(value) === 'yes' ? drop(talk) : leave(talk);
    case 'delete':
      if (value !== 'delete') return leave(talk);
      return deleteAll(talk);
    case 'delete-one':
      return value === 'delete' || readYesNo(value) === 'yes'
        ? deleteOpportunity(talk, expecting.about)
        : leave(talk);
    case 'remove-messages':
      return value === 'remove' || readYesNo(value) === 'yes' ? removeAll(talk) : leave(talk);
    case 'export':
      return value === 'show' || readYesNo(value) === 'yes' ? showExport(talk) : leave(talk);
    case 'check':
      return checkText(talk, value);
  }
}

function leave(talk: Talk): void {
  talk.state.expecting = null;
  say(talk, 'conversation.left-as-it-was');
  if (active(talk)) goOn(talk);
}
