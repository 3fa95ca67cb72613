import type { PersonKey } from '../../service/ports.js';
import type { Place } from './source.js';

const KNOWN = 10_000;

/** Which of an organisation's workspaces each person was last heard from. Elsewhere the tenant itself tells. */
export interface Places {
  heardFrom(who: PersonKey, place: Place): void;
  of(who: PersonKey): Place;
}

export function createPlaces(): Places {
  const heard = new Map<string, Place>();
  const keyOf = ({ tenant, person }: PersonKey) => JSON.stringify([tenant, person]);
  return {
    heardFrom(who, place) {
      if (place.team === null || place.enterprise === null) return;
      if (heard.size >= KNOWN) heard.clear();
      heard.set(keyOf(who), place);
    },
    of: (who) => heard.get(keyOf(who)) ?? { team: null, enterprise: who.tenant.replace(/^slack:/, '') },
  };
}
