import { expect, test } from 'vitest';
import { flows } from '../../../src/coach/flows/registry.js';
import type { Message } from '../../../src/coach/message.js';
import { CoachAlone } from '../../stories/coach-alone.js';

/** Flows that hold what was said of several, or of no opportunity alone. */
const OF_SEVERAL = ['quarterly-review'];

interface Kept {
  readonly opportunities: readonly {
    readonly id: string;
    readonly facts: { readonly company?: string };
    readonly drafts: readonly { readonly id: string }[];
  }[];
  readonly frames: readonly { readonly about: string }[];
  readonly reminded: { readonly last: { readonly about: string } | null };
}

/** Answers every question of a flow, and of those it leads back to, with the word of the opportunity that it is about. */
function talkThrough(coach: CoachAlone, flow: string, about: string, words: Record<string, string>): void {
  let latest: readonly Message[] = [];
  let count = 0;
  const word = (): string => words[(coach.state as Kept).frames.at(-1)?.about ?? about] ?? 'Other';
  const click = (action: string, value?: string): void => {
    latest = coach.do({ type: 'click', action, ...(value === undefined ? {} : { value }) });
  };
  click(JSON.stringify({ do: 'start', flow, about }));
  for (let turn = 0; turn < 40; turn += 1) {
    const draft = latest.find((message) => message.kind === 'draft');
    if (draft?.kind === 'draft') {
      const { opportunities } = coach.state as Kept;
      const own = opportunities.find(({ drafts }) => drafts.some(({ id }) => id === draft.draft));
      click(draft.edit, `Dear ${words[own?.id ?? '']},\n\nno, thank you.`);
    }
    const question = latest.at(-1);
    if (question?.kind !== 'question') return;
    const option = question.field === 'choice' ? question.choices[0] : undefined;
    if (option) click(option.action);
    else if (question.field === 'pay') click(question.answer, '80k a year');
    else {
      count += 1;
      click(question.answer, question.field === 'date' ? 'in ten days' : `${word()} ${count}`);
    }
  }
}

test('the last of several choices is to delete everything, which is asked about once more', () => {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  coach.do({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
  coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'offer' }) });
  expect(coach.do({ type: 'text', text: 'delete' })[0]?.key).toBe('privacy.delete.which');
  expect(coach.click('Delete everything')[0]?.key).toBe('conversation.delete');
  expect((coach.state as Kept).opportunities).toHaveLength(2);
  coach.click('Delete everything');
  expect(coach.state).toBeNull();
});

test('that there was a reminder of it goes as well', () => {
  const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
  coach.do({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
  expect(coach.moveClock('2026-11-26T10:00').map(({ key }) => key)).toContain('reminders.reply-by');
  const last = () => (coach.state as Kept).reminded.last;
  expect(last()?.about).toBe('o1');
  coach.do({ type: 'text', text: 'delete Zorblatt' });
  coach.do({ type: 'text', text: 'yes' });
  expect(last()).toBeNull();
});

for (const flow of Object.keys(flows).filter((id) => !OF_SEVERAL.includes(id)))
  test(`what was told of one in ${flow} goes with it, and what was told of the other stays`, () => {
    const coach = new CoachAlone('Europe/Berlin', '2026-11-20T16:00');
    coach.do({ type: 'text', text: 'I got an offer from Zorblatt, they want an answer by November 27' });
    coach.do({ type: 'text', text: 'menu' });
    coach.do({ type: 'click', action: JSON.stringify({ do: 'start', flow: 'offer' }) });
    coach.do({ type: 'text', text: 'Quuxley' });
    const [first, second] = (coach.state as Kept).opportunities;
    const words = { [first?.id ?? '']: 'Wexworth', [second?.id ?? '']: 'Plimforth' };
    expect([first?.facts.company, second?.facts.company]).toEqual(['Zorblatt', 'Quuxley']);
    talkThrough(coach, 'offer', second?.id ?? '', words);
    talkThrough(coach, flow, first?.id ?? '', words);

    coach.do({ type: 'click', action: JSON.stringify({ do: 'delete', about: first?.id }) });
    coach.do({ type: 'click', action: JSON.stringify({ do: 'expected', value: 'delete' }) });

    const left = JSON.stringify([coach.state, coach.reminders]);
    // How the person signs is theirs, and so is what they could name of themselves in any flow.
    const { profile, ...rest } = coach.state as { profile: object };
    expect(JSON.stringify(rest).match(/.{80}(?:Zorblatt|Wexworth).{40}/g)).toBeNull();
    expect(JSON.stringify(profile)).not.toContain('Zorblatt');
    expect(coach.reminders.filter(({ about }) => about === first?.id)).toEqual([]);
    expect(left).toContain('Quuxley');
    expect(left).toContain('Plimforth');
  });
