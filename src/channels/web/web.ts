import type { Channel, PersonKey } from '../../service/ports.js';
import { createHistory, type History } from './history.js';
import { render } from './render.js';

/** The playground's way out: open pages and a short memory of what they show. */
export interface Web extends Channel {
  readonly name: 'web';
  readonly history: History;
  forget(who: PersonKey): void;
}

/** `now` tells the instant on the person's own clock, ISO: messages are dated by it. */
export function createWeb({ now }: { readonly now: (who: PersonKey) => string }): Web {
  const history = createHistory();
  return {
    name: 'web',
    history,
    forget: (who) => history.clear(who.person),
    async send({ id, who, address, message }) {
      const { person } = address.to;
      if (person === undefined) {
        return {
          type: 'refused',
          reason: `A web address needs "person"; it has ${Object.keys(address.to).join(', ') || 'nothing'}.`,
          addressDead: true,
        };
      }
      // A second attempt finds the first one here, and adds nothing.
      history.add(person, { id, at: now(who), from: 'coach', view: render(message) });
      return { type: 'sent', externalId: id };
    },
    async remove({ delivery, address }) {
      history.remove(address.to['person'] ?? '', delivery);
      return { type: 'removed' };
    },
    async find({ id, address }) {
      const { person } = address.to;
      return person !== undefined && history.has(person, id) ? id : null;
    },
  };
}
