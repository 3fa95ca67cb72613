import { ignored, malformed, type Parsed, read } from './meant.js';
import { parseEvent } from './parse-event.js';
import {
  parseClick,
  parseCommand,
  parseMessageShortcut,
  parseShortcut,
  parseSubmission,
} from './parse-interaction.js';
import { click, command, envelope, messageShortcut, shortcut, submission } from './payloads.js';

/** Reads any payload. Pure; zone and locale stay null, since no payload tells them. */
export function parse(payload: unknown): Parsed {
  if (typeof payload !== 'object' || payload === null) return malformed('not an object');
  const body = payload as Record<string, unknown>;
  if ('command' in body) return read(command, body, parseCommand);
  switch (body['type']) {
    case 'event_callback':
      return read(envelope, body, parseEvent);
    case 'block_actions':
      return read(click, body, parseClick);
    case 'view_submission':
      return read(submission, body, parseSubmission);
    case 'shortcut':
      return read(shortcut, body, parseShortcut);
    case 'message_action':
      return read(messageShortcut, body, parseMessageShortcut);
    default:
      return typeof body['type'] === 'string'
        ? ignored(`no use for ${body['type'].slice(0, 60)}`)
        : malformed('neither a command nor a type');
  }
}
