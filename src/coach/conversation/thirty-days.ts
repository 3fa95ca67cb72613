import { openSteps, PLAN_FROM, planned, stepsOf, tickStep } from '../journal/thirty-days.js';
import type { Choice } from '../message.js';
import { dateOf, instantOf, type Local, localOf, nextAllowed } from '../remind/calendar.js';
import { type PlanItem, planDay, reminderId } from '../remind/plan.js';
import type { Action } from './action.js';
import { open } from './frames.js';
import { promisePlan } from './promises.js';
import { goOn } from './respond.js';
import type { Opportunity } from './state.js';
import { choice, opportunityOf, preview, say, type Talk, text, today, when } from './talk.js';

type PlanAction = Extract<Action, { do: 'plan' }>;

/** After a no is sent: the plan is offered, and nothing happens unless it is wanted (K101). */
export function offerPlan(talk: Talk, { id }: Opportunity): void {
  say(talk, 'plan.offer', {}, [choice(talk, 'plan.buttons.begin', { do: 'plan', about: id, deed: 'begin' })]);
}

/** The plan of the latest no, made now when there is none yet. */
export function planTopic(talk: Talk): void {
  const opportunity = planned(talk.state.opportunities);
  if (opportunity) showPlan(talk, opportunity);
  else say(talk, 'plan.none');
}

/** A button of the plan, pressed now or long after. */
export function onPlan(talk: Talk, { about, deed }: PlanAction): void {
  const opportunity = opportunityOf(talk, about);
  if (!opportunity) return say(talk, 'conversation.gone');
  switch (deed) {
    case 'begin':
      return showPlan(talk, opportunity);
    case 'note':
      open(talk, 'reply', about, { kind: 'stay-in-touch' });
      return goOn(talk);
    case 'goal':
      open(talk, 'development-goal', about, {});
      return goOn(talk);
    default:
      return tick(talk, opportunity, deed);
  }
}

/** What is done, what is open and when it comes up. */
export function showPlan(talk: Talk, opportunity: Opportunity): void {
  if (opportunity.facts[PLAN_FROM] === undefined) {
    opportunity.facts[PLAN_FROM] = today(talk);
    promisePlan(talk, opportunity, openSteps(opportunity));
  }
  const open = openSteps(opportunity);
  const from = String(opportunity.facts[PLAN_FROM]);
  const goal = opportunity.facts['plan.goal'];
  const step = (item: PlanItem): string => text(talk, `plan.steps.${item}`);
  const sections = [
    {
      heading: text(talk, 'plan.open'),
      items: open.map((item) =>
        text(talk, 'plan.line', {
          step: step(item),
          day: when(talk, comesOn(talk, planDay(item, from))),
        }),
      ),
    },
    {
      heading: text(talk, 'plan.done'),
      items: stepsOf(opportunity)
        .filter((item) => !open.includes(item))
        .map(step),
    },
    { heading: text(talk, 'plan.goal'), items: typeof goal === 'string' ? [goal] : [] },
  ];
  talk.messages.push({
    kind: 'card',
    key: 'plan',
    preview: preview(talk, 'card'),
    title: text(talk, 'plan.title', { code: opportunity.code }),
    text: text(talk, 'plan.intro'),
    sections: sections.filter(({ items }) => items.length > 0),
    choices: helpers(talk, opportunity, open),
  });
  askWhich(talk, opportunity, '');
}

/** The day on which a reminder for that time can come. */
function comesOn(talk: Talk, local: Local): string {
  const { zone, quiet } = talk.state.profile;
  return dateOf(localOf(nextAllowed(instantOf(local, zone), zone, quiet), zone));
}

/** The steps that the coach can help with. */
function helpers(talk: Talk, { id }: Opportunity, open: readonly PlanItem[]): Choice[] {
  const button = (deed: 'note' | 'goal'): Choice =>
    choice(talk, `plan.buttons.${deed}`, { do: 'plan', about: id, deed });
  return [
    ...(open.includes('linkedin') ? [button('note')] : []),
    ...(open.includes('roadmap') ? [button('goal')] : []),
  ];
}

/** A step is done: it is ticked once, and no reminder of it comes any more. */
export function tick(talk: Talk, opportunity: Opportunity, item: PlanItem): void {
  const label = text(talk, `plan.labels.${item}`);
  if (!openSteps(opportunity).includes(item))
    return askWhich(talk, opportunity, text(talk, 'plan.already', { label }));
  tickStep(opportunity, item);
  talk.effects.push({ type: 'forget-reminder', id: reminderId(opportunity.id, 'plan-item', item) });
  askWhich(talk, opportunity, text(talk, 'plan.ticked', { label }));
}

/** Each open step is a button, a number and a few words. */
function askWhich(talk: Talk, opportunity: Opportunity, lead: string): void {
  const open = openSteps(opportunity);
  say(
    talk,
    open.length === 0 ? 'plan.complete' : 'plan.which',
    { lead },
    open.map((deed) => choice(talk, `plan.labels.${deed}`, { do: 'plan', about: opportunity.id, deed })),
  );
}
