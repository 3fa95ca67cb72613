import type { Effect } from '../coach/conversation/effect.js';
import type { Turn } from './ports.js';

/** Carries out what the coach decided, in its order, inside the turn that saves the state. */
export async function applyEffects(turn: Turn, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    switch (effect.type) {
      case 'remind':
        await turn.planReminder(effect.reminder, effect.dueAt);
        break;
      case 'forget-reminder':
        await turn.forgetReminder(effect.id);
        break;
      case 'delete-person':
        await turn.deletePerson();
        break;
    }
  }
}
