import type { DraftMessage } from '../../coach/message.js';
import { LIMITS } from './limits.js';
import { clean } from './text.js';

/**
 * What opens the draft in the person's own mail program, still to be addressed, or null for a draft that is no email
 * or too long for a link.
 */
export function mailLink({
  subjects,
  body,
}: Pick<DraftMessage, 'subjects' | 'body'>): `mailto:${string}` | null {
  const [subject] = subjects;
  if (subject === undefined || body.trim() === '') return null;
  const link: `mailto:${string}` = `mailto:?subject=${encoded(subject)}&body=${encoded(body)}`;
  return link.length <= LIMITS.url ? link : null;
}

/** Mail programs want lines to end as they do in mail (RFC 6068, section 5). */
function encoded(text: string): string {
  return encodeURIComponent(clean(text).replace(/\n/g, '\r\n'));
}
