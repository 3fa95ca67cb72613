import { formatLocal } from '../remind/calendar.js';
import type { Words } from '../words.js';
import type { Flow, Step } from './flow.js';
import type { Pay, Value } from './state.js';

/** An answer as it is read back: the option's label, the whole date, the pay with its unit. */
export function showValue(flow: Flow, step: Step, value: Value, words: Words): string {
  if (value === null) return words.text('coach.conversation.unanswered');
  if (typeof value !== 'string') return showPay(value, words);
  if (step.kind === 'choice') return words.text(`coach.${flow.id}.steps.${step.id}.options.${value}`);
  return step.kind === 'date' ? formatLocal(value, words.locale) : value;
}

/** "€85,000 a year", "90,000 to 100,000", "up to CHF 120,000"; what was not said is not added. */
export function showPay(pay: Pay, words: Words): string {
  const amount = (value: number): string =>
    new Intl.NumberFormat(words.locale, {
      maximumFractionDigits: Number.isInteger(value) ? 0 : 2,
      ...(pay.currency === null ? {} : { style: 'currency' as const, currency: pay.currency }),
    }).format(value);
  const range = ((): string => {
    if (pay.min !== null && pay.max !== null && pay.min !== pay.max)
      return words.text('coach.pay.range', { min: amount(pay.min), max: amount(pay.max) });
    if (pay.min !== null && pay.max === null) return words.text('coach.pay.from', { min: amount(pay.min) });
    if (pay.min === null && pay.max !== null) return words.text('coach.pay.to', { max: amount(pay.max) });
    return amount(Number(pay.min));
  })();
  return pay.period === null ? range : words.text(`coach.pay.per.${pay.period}`, { amount: range });
}
