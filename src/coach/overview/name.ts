import type { Opportunity } from '../conversation/state.js';
import { type Talk, text } from '../conversation/talk.js';
import type { Entry } from '../journal/log.js';

/** What an opportunity is called where the person looks at several. */
export interface Naming {
  /** Its id, for actions and keys. */
  readonly about: string;
  /** A, B, C… */
  readonly code: string;
  /** "Acme, Analyst"; null while neither is known. */
  readonly name: string | null;
  /** The code name alone in discreet mode, otherwise "A: Acme, Analyst". */
  readonly title: string;
}

/** What is known of it, as the journal knows it. */
type Known = Pick<Entry, 'id' | 'code' | 'company' | 'role'>;

export function naming(talk: Talk, { id, code, facts }: Opportunity): Naming {
  const fact = (name: string): string | null => (typeof facts[name] === 'string' ? facts[name] : null);
  return nameOf(talk, { id, code, company: fact('company') ?? fact('newCompany'), role: fact('role') });
}

export function nameOf(talk: Talk, { id, code, company, role }: Known): Naming {
  const name = text(talk, 'overview.name', { company: company ?? '', role: role ?? '' }) || null;
  const isPlain = talk.state.profile.discreet || name === null;
  return { about: id, code, name, title: isPlain ? code : text(talk, 'overview.named', { code, name }) };
}
