import type { Express } from 'express';
import type { Log } from './log.js';
import type { DeliverCounts } from './service/deliver.js';
import type { Figures, Gauges } from './service/ports.js';

/** The text that Prometheus reads. No label names a tenant or a person. */
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge';
  readonly samples: readonly { readonly labels: string; readonly value: number }[];
}

/** `GET /metrics`: how delivery is doing. 503 while the database does not answer. */
export function mountMetrics(
  app: Express,
  parts: { readonly gauges: Gauges; readonly totals: Readonly<DeliverCounts>; readonly log: Log },
): void {
  const { gauges, totals, log } = parts;
  app.get('/metrics', async (_request, response) => {
    try {
      const figures = await gauges.figures();
      response.set('content-type', CONTENT_TYPE).send(toText(metricsOf(figures, totals)));
    } catch (error) {
      log.warn({ err: error }, 'the figures could not be read');
      response.status(503).end();
    }
  });
}

function metricsOf(figures: Figures, totals: Readonly<DeliverCounts>): Metric[] {
  const gauge = (name: string, help: string, value: number): Metric => ({
    name,
    help,
    type: 'gauge',
    samples: [{ labels: '', value }],
  });
  return [
    gauge('bowout_due_lag_seconds', 'Since the longest waiting reminder fell due.', figures.dueLagS),
    gauge('bowout_outbox_age_seconds', 'Since the longest waiting message might go.', figures.outboxAgeS),
    gauge('bowout_dead', 'Messages and reminders given up; 0 while of fewer than five people.', figures.dead),
    gauge(
      'bowout_in_doubt',
      'Open messages that may have arrived; 0 while of fewer than five people.',
      figures.inDoubt,
    ),
    {
      name: 'bowout_sends_total',
      help: 'Attempts to send by their end, in this process; 0 while fewer than five people use it.',
      type: 'counter',
      samples: Object.entries(totals).map(([outcome, value]) => ({
        labels: `{outcome="${outcome}"}`,
        value: figures.enough ? value : 0,
      })),
    },
  ];
}

function toText(metrics: readonly Metric[]): string {
  const lines = metrics.flatMap(({ name, help, type, samples }) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels, value }) => `${name}${labels} ${value}`),
  ]);
  return `${lines.join('\n')}\n`;
}
