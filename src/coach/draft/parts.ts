import type { Part, Voice } from './voice.js';

/** What is thanked for: `spoken-for` is the shorter form, for the ear. */
type ThanksFor = 'for' | 'spoken-for';

/** "I particularly appreciated …" must not be put before "I enjoyed …": such a fact is a sentence already. */
const A_SENTENCE = /^(?:i|we|it|you|thanks?)\b/iu;

const isSentence = (appreciation: string): boolean => A_SENTENCE.test(appreciation);

export function thanks(voice: Voice, name: ThanksFor, frame = 'thanks'): Part {
  return voice.part('thanks', voice.ofCulture(frame, { for: voice.ofKind(name) }));
}

/** Thanks and the one thing appreciated in one sentence, where there is no room for two. */
export function thanksInOne(voice: Voice, name: ThanksFor, frame = 'thanks'): Part {
  const { appreciation } = voice.facts;
  if (appreciation === null) return thanks(voice, name, frame);
  const joint = isSentence(appreciation) ? 'thanks-with-sentence' : 'thanks-with-appreciation';
  const what = voice.shared(`phrases.${joint}`, { for: voice.ofKind(name) });
  return voice.part('thanks', voice.ofCulture(frame, { for: what }));
}

export function appreciation(voice: Voice): Part {
  const said = voice.facts.appreciation;
  if (said === null) return voice.part('appreciation', '');
  const text = isSentence(said)
    ? voice.shared('phrases.appreciation-sentence')
    : voice.ofCulture('appreciation');
  return voice.part('appreciation', text);
}

export function decision(voice: Voice, frame = String(voice.ofKind('frame'))): Part {
  const clause = String(voice.ofKind('say'));
  const role = voice.ofKind('frame') === 'request' ? 'request' : 'decision';
  return voice.part(role, voice.ofCulture(frame, { clause, Clause: capitalise(clause) }));
}

export function reason(voice: Voice): Part {
  const clause = voice.reason();
  const text = clause === null ? '' : voice.ofCulture('reason', { clause, Clause: capitalise(clause) });
  return voice.part('reason', text);
}

/** The decision and its reason in one sentence. */
export function decisionInOne(voice: Voice, frame: string, clause: string | null): readonly Part[] {
  const said = decision(voice, frame);
  if (clause === null) return [said];
  const open = voice.shared('phrases.decision-before-reason', { decision: said.text.replace(/\.$/u, '') });
  return [
    voice.part(said.role, open),
    voice.part('reason', voice.shared('phrases.reason-after-decision', { reason: clause })),
  ];
}

export const goodwill = (voice: Voice): Part =>
  voice.part('goodwill', voice.ofCulture(`goodwill.${voice.ofKind('goodwill')}`));

export const signoff = (voice: Voice): Part =>
  voice.part('signoff', voice.shared('phrases.sign', { signoff: voice.ofCulture('signoff') }));

export function greeting(voice: Voice): Part {
  const { name, company } = voice.facts;
  const whole = company !== null && voice.ofKind('audience') === 'employer' ? 'team' : 'plain';
  return voice.part('greeting', voice.ofCulture(`greeting.${name === null ? whole : 'named'}`));
}

export const more = (voice: Voice): readonly Part[] =>
  voice.roles('more').map((role) => voice.part(role, String(voice.ofKind(`more.${role}`))));

/** "i have decided" → "I have decided": a clause that opens its sentence. */
function capitalise(clause: string): string {
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}
