import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import Mustache from 'mustache';
import type { Words } from '../../coach/words.js';

export const INSTALL_PATH = '/slack/install';

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --soft: #55606d; --line: #1f3a5f; --on-line: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf2; --paper: #14191f; --soft: #a9b4c0; --line: #9dc1ee; --on-line: #10161d; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
p.small { color: var(--soft); }
a.button { display: inline-block; margin: 0.5rem 0 1rem; padding: 0.7rem 1.4rem; border-radius: 0.5rem; font-weight: 600;
  background: var(--line); color: var(--on-line); text-decoration: none; }
a.button:hover { text-decoration: underline; }
a.button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;

const PAGE = `<!doctype html>
<html lang="{{locale}}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <link rel="icon" href="data:,">
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>{{title}}</h1>
      {{#paragraphs}}<p>{{.}}</p>
      {{/paragraphs}}{{#hasList}}<ul>
        {{#list}}<li>{{.}}</li>
        {{/list}}</ul>
      {{/hasList}}{{#link}}<p><a class="button" href="{{href}}">{{label}}</a></p>
      {{/link}}{{#notes}}<p class="small">{{.}}</p>
      {{/notes}}</main>
  </body>
</html>
`;

/** The pages around "Add to Slack". Words are text, whatever is in them. */
export function createInstallPages(words: Words) {
  const page = (name: string, link: { href: string; label: string } | null) => {
    const listOf = (part: string) =>
      words.has(`slack-install.${name}.${part}`) ? words.list(`slack-install.${name}.${part}`) : [];
    const list = listOf('list');
    return Mustache.render(PAGE, {
      locale: words.locale,
      title: words.text(`slack-install.${name}.title`),
      paragraphs: listOf('text'),
      list,
      hasList: list.length > 0,
      link,
      notes: listOf('notes'),
    });
  };
  const again = { href: INSTALL_PATH, label: words.text('slack-install.again') };
  return {
    /** @param url Slack's page that asks for consent */
    invitation: (url: string) =>
      page('invitation', { href: url, label: words.text('slack-install.invitation.add') }),
    added(to: {
      readonly team?: { readonly id: string } | undefined;
      readonly isEnterpriseInstall?: boolean;
      readonly appId?: string | undefined;
    }) {
      if (to.isEnterpriseInstall || !to.team || !to.appId) return page('added-everywhere', null);
      const link = new URLSearchParams({ app: to.appId, team: to.team.id });
      return page('added', {
        href: `https://slack.com/app_redirect?${link}`,
        label: words.text('slack-install.added.open'),
      });
    },
    cancelled: () => page('cancelled', again),
    stale: () => page('stale', again),
    failed: () => page('failed', again),
  };
}

/** Nothing from elsewhere, no script, no frame; and no copy, since each page is for one browser and one time. */
export function installHeaders(): RequestHandler[] {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: [`'sha256-${style}'`],
          imgSrc: ['data:'],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      // Whoever serves it over HTTPS says so where the certificate is.
      strictTransportSecurity: false,
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      next();
    },
  ];
}
