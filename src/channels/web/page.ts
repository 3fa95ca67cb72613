import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import Mustache from 'mustache';
import type { Words } from '../../coach/words.js';

/** The page's own files. They are not compiled, so the path holds from `src` and from `dist` alike. */
export const PUBLIC = fileURLToPath(new URL('./public', import.meta.url));

/** Renders the page; `newcomer` tells its script to greet at once. */
export function createPage(words: Words): (newcomer: boolean) => string {
  const template = readFileSync(join(PUBLIC, 'page.mustache'), 'utf8');
  const texts = { page: textsOf(words, 'web.page'), clock: textsOf(words, 'web.clock') };
  return (newcomer) =>
    Mustache.render(template, {
      ...texts,
      locale: words.locale,
      given: JSON.stringify({ newcomer, words: texts }),
    });
}

function textsOf(words: Words, group: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(words.group(group)).map((key) => [key, words.text(`${group}.${key}`)]),
  );
}

/** Nothing from elsewhere, nothing inline, no markup from strings: whatever a person types stays text. */
export function pageHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    // The trial is plain HTTP; whoever serves it over HTTPS says so where the certificate is.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}
