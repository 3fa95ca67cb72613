import { createHash } from 'node:crypto';
import { type Overview, overview } from '../../coach/overview.js';
import type { Picture } from '../../coach/picture.js';
import { draw } from '../../picture/draw.js';
import { inBothThemes } from '../../picture/palette.js';
import type { Look, PersonKey } from '../../service/ports.js';
import type { History } from './history.js';
import { limits } from './limits.js';

/** What stands beside the conversation. */
export interface PanelView {
  readonly overview: Overview;
  /** Names of the pictures that can be drawn now, each with a fingerprint that changes with the picture. */
  readonly pictures: Readonly<Record<string, string>>;
}

export interface Panel {
  view(who: PersonKey): Promise<PanelView>;
  /** The SVG of a picture of the panel, or of a message by its entry's id; null when there is none of this name. */
  picture(who: PersonKey, name: string, width: string): Promise<string | null>;
}

export function createPanel({ look, history }: { readonly look: Look; readonly history: History }): Panel {
  return {
    async view(who) {
      const seen = await look(who, overview);
      const pictures = [...picturesOf(seen)].flatMap(([name, picture]) =>
        picture === null ? [] : [[name, fingerprint(picture)] as const],
      );
      return { overview: seen, pictures: Object.fromEntries(pictures) };
    },
    async picture(who, name, width) {
      const size = limits.pictureWidths.find((one) => String(one) === width);
      if (size === undefined) return null;
      const picture =
        inHistory(history, who, name) ?? picturesOf(await look(who, overview)).get(name) ?? null;
      return picture && inBothThemes(await draw(picture, size));
    },
  };
}

const picturesOf = ({ comparison, journal }: Overview): ReadonlyMap<string, Picture | null> =>
  new Map<string, Picture | null>([
    ['comparison', comparison.picture],
    ['reasons', journal.picture],
  ]);

function inHistory(history: History, who: PersonKey, id: string): Picture | null {
  const found = history.since(who.person, null).find(({ entry }) => entry.id === id)?.entry;
  return found?.from === 'coach' && found.view.kind === 'card' ? found.view.picture : null;
}

function fingerprint(picture: Picture): string {
  return createHash('sha256').update(JSON.stringify(picture)).digest('base64url').slice(0, 12);
}
