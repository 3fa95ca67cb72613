import type { Effect } from '../coach/conversation/effect.js';
import type { CalendarAddress } from './calendar.js';
import type { Turn } from './ports.js';

/** Carries out what the coach decided, in its order, inside the turn that saves the state. */
export async function applyEffects(
  turn: Turn,
  effects: readonly Effect[],
  calendar: CalendarAddress | null = null,
): Promise<void> {
  for (const effect of effects) {
    switch (effect.type) {
      case 'remind':
        await turn.planReminder(effect.reminder, effect.dueAt);
        break;
      case 'forget-reminder':
        await turn.forgetReminder(effect.id);
        break;
      case 'open-calendar':
        if (calendar === null)
          throw new Error('The coach opened a calendar in a turn that had no address to give.');
        await turn.openCalendar(calendar.tokenHash);
        break;
      case 'close-calendar':
        await turn.closeCalendar();
        break;
      case 'remove-messages':
        await turn.removeMessages(effect.which);
        break;
      case 'delete-person':
        await turn.deletePerson();
        break;
    }
  }
}
