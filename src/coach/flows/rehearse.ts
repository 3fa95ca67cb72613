import type { Flow, Step, View } from '../conversation/flow.js';
import { checkDraft, type FindingId } from '../draft/check.js';
import type { TextMessage } from '../message.js';

/** What people say on the phone when they hear a no (or are asked for something), one at a time. */
const pushes = ['why', 'better', 'hurry', 'guilt', 'silence'] as const;
type Push = (typeof pushes)[number];

/** Clicked or typed in place of a line of one's own. */
const LINE = 'give-me-a-line';

/** What matters in a single spoken line; thanks and a closing are elsewhere in the call. */
const matters: readonly FindingId[] = [
  'no-decision',
  'hedged',
  'several-reasons',
  'over-apologising',
  'criticism',
  'private-detail',
];

/** Calls that ask for something: there the line holds up a wish, not a no. */
const requests: readonly string[] = ['negotiate', 'ask-for-time', 'name-the-change', 'hold'];

const asks = ({ opportunity }: View): boolean => requests.includes(opportunity.drafts.at(-1)?.kind ?? '');

/** What to say about the line that was tried: it holds, or one thing to mend and a line that holds. */
function heard(view: View, push: Push): TextMessage[] {
  const { answers, words } = view;
  const said = answers[push];
  if (typeof said !== 'string') return [];
  const line = words.text(`coach.rehearse.lines.${push}.${asks(view) ? 'request' : 'no'}`);
  return [
    {
      kind: 'text',
      key: 'rehearse.heard',
      preview: words.text('coach.conversation.preview.text'),
      text: said === LINE ? words.text('coach.rehearse.line', { line }) : verdictOn(view, said, line),
      choices: [],
    },
  ];
}

/** A wish was stated at the start of the call, so no line has to state it again; a no is restated in each. */
function verdictOn(view: View, said: string, line: string): string {
  const { words } = view;
  const kind = asks(view) ? 'give-feedback' : 'stand-by-decision';
  const found = checkDraft({ text: said, channel: 'phone', kind }, words);
  const first = found.find(({ id }) => matters.includes(id));
  return first === undefined
    ? words.text('coach.rehearse.holds')
    : words.text('coach.rehearse.mend', { advice: words.text(`coach.rehearse.advice.${first.id}`), line });
}

const step = (push: Push, place: number): Step => {
  const before = pushes[place - 1];
  return {
    id: push,
    kind: 'text',
    optional: true,
    options: [LINE],
    ...(before === undefined ? {} : { preface: (view: View) => heard(view, before) }),
  };
};

/** The call, rehearsed: five kinds of pushback, and a line to say for each (K86, K89, K96). */
export const rehearse: Flow = {
  id: 'rehearse',
  version: 1,
  steps: pushes.map(step),
  conclude: (view) => ({ events: [], show: heard(view, 'silence'), say: 'done' }),
};
