import type { Conclusion, Step, View } from '../conversation/flow.js';
import { goingCard } from './going.js';
import { nearness } from './interview-day.js';

const known = { group: 'known', optional: true } as const;

/** What an invitation says of itself, as far as it is known. */
export const invitationSteps: readonly Step[] = [
  { id: 'company', kind: 'company', fact: 'company', optional: true },
  { id: 'role', kind: 'text', fact: 'role', ...known },
  { id: 'interview', kind: 'date', fact: 'interview', ahead: true, ...known },
  { id: 'deadline', kind: 'date', fact: 'deadline', ahead: true, ...known },
  { id: 'contact', kind: 'text', fact: 'contact', ...known },
];

/** What the day of the interview asks for, whatever is decided (K47, K95). */
export function dayCautions({ opportunity, today }: View): string[] {
  const near = nearness(opportunity, today);
  return near === 'soon' || near === 'passed' || near === 'far' ? [`interview-${near}`] : [];
}

/** The person goes there, openly. */
export function goes(view: View): Conclusion {
  const near = nearness(view.opportunity, view.today);
  return { events: [{ type: 'decided', decision: 'go' }], show: [goingCard(view, near)] };
}

/** The person decides later. Less than a day before, silence would answer for them. */
export function waits({ opportunity, today }: View): Conclusion {
  return {
    events: [{ type: 'decided', decision: 'later' }],
    ...(nearness(opportunity, today) === 'soon' ? { say: 'soon-later' } : {}),
    next: { flow: 'decide-by', preset: {} },
  };
}
