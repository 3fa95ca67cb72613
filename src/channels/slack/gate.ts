import type { Log } from '../../log.js';
import type { PersonKey } from '../../service/ports.js';
import type { Access } from './access.js';
import { nameOf } from './errors.js';
import type { Parsed } from './meant.js';
import { parse } from './parse.js';
import type { Places } from './places.js';
import { addressAt, type Place, sourceOf } from './source.js';
import type { TellStranger } from './strangers.js';
import type { Ack } from './turns.js';

export type Gate = (body: unknown, ack: Ack) => Promise<void>;

/**
 * Lets through what comes from where Bowout is installed, by people for whom it is; and hears when it is removed.
 * Rejects when nothing was saved.
 */
export function createGate(parts: {
  readonly access: Access;
  readonly places: Places;
  readonly tellStranger: TellStranger;
  readonly take: (parsed: Parsed, ack: Ack) => Promise<void>;
  readonly log: Log;
}): Gate {
  const { access, places, tellStranger, take, log } = parts;

  /** A token that can't be renewed keeps nobody from being heard. */
  async function isInstalled(place: Place): Promise<boolean> {
    try {
      return (await access.tokenAt(place)) !== null;
    } catch (error) {
      log.warn(
        { error: nameOf(error), ...place },
        'There is no Slack token just now; what was done is kept.',
      );
      return true;
    }
  }

  return async (body, ack) => {
    const source = sourceOf(body);
    if (source.type === 'removed') {
      await access.removed(source);
      return ack();
    }
    const parsed = parse(body);
    if (parsed.type === 'ignored' || parsed.type === 'malformed') return take(parsed, ack);
    if (!(await isInstalled(source.place))) {
      log.warn({ ...source.place }, 'Slack sent something from where Bowout is not installed.');
      return ack();
    }
    if (source.type === 'stranger') {
      await tellStranger(source);
      return ack();
    }
    const who = whoIn(parsed);
    if (who) places.heardFrom(who, source.place);
    return take(withPlace(parsed, source.place), ack);
  };
}

function whoIn(parsed: Parsed): PersonKey | null {
  if (parsed.type === 'inbound') return parsed.inbound.who;
  return 'who' in parsed ? parsed.who : null;
}

/** The reply has to go out by the installation by which this came in. */
function withPlace(parsed: Parsed, place: Place): Parsed {
  if (parsed.type !== 'inbound') return parsed;
  const { inbound } = parsed;
  return { ...parsed, inbound: { ...inbound, address: addressAt(place, inbound.address) } };
}
