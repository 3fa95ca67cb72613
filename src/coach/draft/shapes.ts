import type { DraftChannel, DraftRegister } from './catalogue.js';
import {
  appreciation,
  decision,
  decisionInOne,
  goodwill,
  greeting,
  more,
  reason,
  signoff,
  thanks,
  thanksInOne,
} from './parts.js';
import type { Part, Voice } from './voice.js';

/** A draft as paragraphs of parts, in the order of K40. A part without words is left out by the caller. */
type Shape = (voice: Voice, register: DraftRegister) => readonly (readonly Part[])[];

const twoSentences: Shape = (voice) => [
  [greeting(voice)],
  [
    thanksInOne(voice, 'spoken-for', 'joined.thanks'),
    ...decisionInOne(voice, 'joined.decision', voice.reason('brief')),
    goodwill(voice),
  ],
  [signoff(voice)],
];

const email: Shape = (voice, register) => {
  if (voice.ofKind('form') === 'two-sentences') return twoSentences(voice, register);
  const opening = [
    voice.part('courtesy', voice.ofCulture('courtesy')),
    thanks(voice, 'for'),
    appreciation(voice),
  ];
  const answer = [decision(voice), reason(voice), ...more(voice)];
  const body =
    register === 'brief' ? [[...opening, ...answer, goodwill(voice)]] : [opening, answer, [goodwill(voice)]];
  return [[greeting(voice)], ...body, [signoff(voice)]];
};

const message: Shape = (voice, register) => {
  if (voice.ofKind('form') === 'two-sentences') return twoSentences(voice, register);
  return [
    [greeting(voice)],
    [
      thanksInOne(voice, 'spoken-for'),
      ...decisionInOne(voice, lighter(voice), voice.reason('brief')),
      goodwill(voice),
    ],
    [signoff(voice)],
  ];
};

/** Aloud and in a note, "after careful consideration" only keeps the listener waiting. */
function lighter(voice: Voice): string {
  const frame = String(voice.ofKind('frame'));
  return frame === 'decided' ? 'notice' : frame;
}

const voicemail: Shape = (voice) => [
  [
    voice.part('opening', voice.ofCulture('voicemail.open')),
    thanksInOne(voice, 'spoken-for'),
    ...decisionInOne(voice, lighter(voice), voice.reason('brief')),
    voice.part('close', voice.ofCulture('voicemail.close')),
  ],
];

const phone: Shape = (voice) => {
  const direction = (role: string): Part => voice.part(role, voice.shared(`phone.${role}`));
  const spoken = (role: string): Part =>
    voice.part(role, voice.ofKind(role) ?? voice.shared(`phone.${role}`));
  const why = voice.reason() === null ? spoken('if-asked-why').text : reason(voice).text;
  return [
    [direction('prepare')],
    [voice.part('opening', voice.ofCulture('phone.open')), thanks(voice, 'spoken-for'), appreciation(voice)],
    [decision(voice), direction('pause'), ...more(voice)],
    [voice.part('if-asked-why', why)],
    [spoken('if-pushed')],
    [goodwill(voice), voice.part('close', voice.ofCulture('phone.close'))],
    [direction('afterwards')],
  ];
};

/** How each channel lays the parts out. */
export const shapes: Readonly<Record<DraftChannel, Shape>> = { email, phone, voicemail, message };
