import type { Message } from '../../coach/message.js';
import type { Channel, PersonKey } from '../../service/ports.js';

/** The one person at this terminal. */
export const terminalPerson: PersonKey = { tenant: 'local', person: 'terminal' };

/** Writes each message out; what is written has arrived. */
export function createTerminal(write: (message: Message) => void): Channel {
  return {
    name: 'terminal',
    send: async ({ message }) => {
      write(message);
      return { type: 'sent', externalId: null };
    },
  };
}
