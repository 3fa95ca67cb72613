import { createHash } from 'node:crypto';
import type { Express } from 'express';
import helmet from 'helmet';
import Mustache from 'mustache';
import type { Words } from './coach/words.js';

/** The pages that the app packages link to: `GET /privacy` and `GET /terms`. */
const PAGES = ['privacy', 'terms'] as const;

const STYLE =
  ':root{color-scheme:light dark}body{max-width:40rem;margin:0 auto;padding:2rem 1.25rem;font:1rem/1.6 system-ui,sans-serif}h1,h2{line-height:1.25}h2{margin-top:2rem;font-size:1.15rem}';

const TEMPLATE = `<!doctype html>
<html lang="{{locale}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}} · {{name}}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>{{title}}</h1>
{{#sections}}
<h2>{{heading}}</h2>
{{#paragraphs}}
<p>{{.}}</p>
{{/paragraphs}}
{{/sections}}
</main>
</body>
</html>
`;

/** `retentionMonths` is what the privacy page promises. */
export function mountPages(app: Express, words: Words, retentionMonths: number): void {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [`'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  for (const page of PAGES) {
    const html = render(page, words, retentionMonths);
    app.get(`/${page}`, headers, (_request, response) => {
      response.set('Cache-Control', 'public, max-age=3600').type('html').send(html);
    });
  }
}

function render(page: (typeof PAGES)[number], words: Words, retention: number): string {
  const sections = Object.keys(words.group(`pages.${page}.sections`)).map((id) => {
    const section = `pages.${page}.sections.${id}`;
    return {
      heading: words.text(`${section}.heading`),
      paragraphs: words.text(`${section}.text`, { retention }).split('\n\n'),
    };
  });
  const title = words.text(`pages.${page}.title`);
  return Mustache.render(TEMPLATE, { locale: words.locale, name: words.text('pages.name'), title, sections });
}
