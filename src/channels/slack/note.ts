import type { SlackConfig } from '../../config.js';

const TIMEOUT_MS = 3_000;

/** Where Slack's response addresses are. */
const ORIGIN = 'https://hooks.slack.com';

/**
 * Leaves a note at a response address, for the person alone. Nothing is ever sent to an address elsewhere, whatever a
 * payload says. Rejects when Slack doesn't take it: such an address lasts 30 minutes and five uses.
 */
export function createNote({ apiUrl }: SlackConfig): (address: string, text: string) => Promise<void> {
  const origins = [ORIGIN, ...(apiUrl ? [new URL(apiUrl).origin] : [])];
  return async (address, text) => {
    const { origin } = new URL(address);
    if (!origins.includes(origin)) throw new NoteRefused(`Slack has no response addresses at ${origin}.`);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new NoteRefused(`The response address answered with ${response.status}.`);
  };
}

class NoteRefused extends Error {
  override readonly name = 'NoteRefused';
}
