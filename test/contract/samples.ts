import { randomUUID } from 'node:crypto';
import type { Message } from '../../src/coach/message.js';
import type { Reminder } from '../../src/coach/remind/reminder.js';
import type { Address, Conversation, PersonKey } from '../../src/service/ports.js';

export const aPerson = (tenant = 'slack:T1'): PersonKey => ({
  tenant,
  person: `U${randomUUID().slice(0, 8)}`,
});

export const anAddress = (to = 'D1'): Address => ({ channel: 'slack', to: { conversation: to } });

export const aMessage = (text: string): Message => ({
  kind: 'text',
  key: 'sample',
  preview: 'A message',
  choices: [],
  text,
});

export const aConversation = (state: unknown = { step: 1 }): Conversation => ({
  state,
  address: anAddress(),
  zone: 'Europe/Berlin',
  locale: 'en-GB',
});

export const aReminder = (id = 'o1:reply-by:24h'): Reminder => ({
  id,
  kind: 'reply-by',
  about: 'o1',
  at: '2027-03-14T09:00',
  zone: 'America/New_York',
  until: null,
});

export const MINUTE = 60_000;

/** ISO to the second, as the store gives it back, about so many milliseconds from now. */
export const inMs = (ms: number): string => `${new Date(Date.now() + ms).toISOString().slice(0, 19)}Z`;
