import type { WebClient } from '@slack/web-api';
import type { Picture } from '../../coach/picture.js';
import type { Log } from '../../log.js';
import { draw } from '../../picture/draw.js';
import { toPng } from '../../picture/png.js';
import type { Image } from './blocks.js';
import { LIMITS } from './limits.js';
import { clean, shorten } from './text.js';

/** In CSS pixels, as a message is wide. */
const WIDTH = 600;

/** A file is taken in after it was handed over; a message that shows it earlier is refused, and goes without. */
const SETTLE_MS = 1_000;

/** Files that only Bowout sees, until a message shows them to the one person it is for. */
export interface Pictures {
  /** Null when it can't be shown; the log says why. The facts stand in the message as text in any case. */
  upload(client: WebClient, picture: Picture): Promise<Image | null>;
  /** Takes a file out of the workspace. Rejects when it stays there. */
  remove(client: WebClient, file: string): Promise<void>;
  /** The same for one that no message shows; the log says when it stays. */
  discard(client: WebClient, image: Image): Promise<void>;
}

export function createPictures(log: Log, settleMs = SETTLE_MS): Pictures {
  return {
    async upload(client, picture) {
      try {
        const file = await toPng(await draw(picture, WIDTH));
        // The name and the title stand in lists of files, so they tell nothing.
        const { files } = await client.filesUploadV2({ file, filename: 'picture.png', title: 'Bowout' });
        const id = files[0]?.files?.[0]?.id;
        if (id === undefined) throw new Error('Slack took a picture and named no file.');
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        const alt = clean([picture.title, ...picture.facts].join('. '));
        return { type: 'image', slack_file: { id }, alt_text: shorten(alt, LIMITS.alternative) };
      } catch (error) {
        log.warn(
          { err: error },
          'a picture could not be shown in Slack, so its facts went as text alone; the scope files:write is needed for it',
        );
        return null;
      }
    },
    remove,
    async discard(client, { slack_file: { id } }) {
      try {
        await remove(client, id);
      } catch (error) {
        log.warn({ err: error, file: id }, 'a picture that no message shows could not be deleted from Slack');
      }
    },
  };
}

async function remove(client: WebClient, file: string): Promise<void> {
  try {
    await client.files.delete({ file });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  const { data } = (error ?? {}) as { data?: { error?: unknown } };
  return data?.error === 'file_not_found' || data?.error === 'file_deleted';
}
