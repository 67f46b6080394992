/** Comments of a post on another site. */
import type { PageAddress } from '../addresses/address.ts';
import type { PostEntry } from '../content/entries.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import type { AllowedHosts } from '../lib/allowed-hosts.ts';
import { isTranslated } from '../lib/language/language.ts';
import { languageOf } from '../lib/language/tag.ts';
import type { Problems } from '../lib/problem.ts';
import type { PostComments } from './services-model.ts';

const UTTERANCES = 'https://utteranc.es';

/** Reports a `mastodon` without effect. */
export function commentsOf(
  { fields, file }: PostEntry,
  { canonical }: PageAddress,
  summary: string,
  settings: Pick<SiteSettings, 'comments' | 'language'>,
  problems: Problems,
): PostComments | undefined {
  const { comments, language } = settings;
  const service = comments?.live;
  if (fields.mastodon !== undefined && service?.service !== 'mastodon')
    problems.warn({
      file,
      field: 'mastodon',
      code: 'post-mastodon-unused',
      message: '`mastodon` has no effect, because the comments of this site are not on Mastodon.',
      hint: 'Write `comments: { service: mastodon }` in `site.yaml`, or remove the line.',
    });
  if (service === undefined || !fields.comments) return undefined;
  const { pathname } = new URL(canonical);
  // As both services name a page, so that they find comments from before a move to this program.
  const term = pathname.length < 2 ? 'index' : pathname.slice(1).replace(/\.\w+$/, '');
  const lang = isTranslated(language) ? languageOf(language) : 'en';
  switch (service.service) {
    case 'giscus': {
      const { repo, repoId, category, categoryId, url } = service;
      const query = new URLSearchParams({
        ...{ repo, repoId, category, categoryId, term, strict: '1' },
        ...{ reactionsEnabled: '1', emitMetadata: '0', inputPosition: 'bottom' },
        ...{ description: summary, backLink: canonical },
      });
      return {
        host: new URL(url).host,
        page: `https://github.com/${repo}/discussions?${new URLSearchParams({ discussions_q: `"${term}" in:title` })}`,
        source: { kind: 'giscus', frame: `${url}${lang}/widget?${query}` },
      };
    }
    case 'utterances': {
      const { repo } = service;
      const query = new URLSearchParams({
        ...{ repo, 'issue-term': term, url: canonical },
        ...{ title: fields.title, description: summary },
      });
      return {
        host: new URL(UTTERANCES).host,
        page: `https://github.com/${repo}/issues?${new URLSearchParams({ q: `"${term}" in:title` })}`,
        source: { kind: 'utterances', frame: `${UTTERANCES}/utterances.html?${query}` },
      };
    }
    case 'isso':
      return {
        host: new URL(service.url).host,
        page: undefined,
        source: {
          kind: 'isso',
          script: `${service.url}js/embed.min.js`,
          // Its pictures of people have inline styles, which the policy forbids.
          attributes: {
            'data-isso': service.url,
            'data-isso-lang': lang,
            'data-isso-avatar': 'false',
          },
          thread: pathname,
        },
      };
    case 'mastodon':
      return fields.mastodon === undefined ? undefined : repliesTo(fields.mastodon);
  }
}

/** @param page URL of a post, which ends in its id */
function repliesTo(page: string): PostComments {
  const { origin, host, pathname } = new URL(page);
  const id = pathname.split('/').findLast((part) => part !== '');
  return {
    ...{ host, page },
    source: { kind: 'mastodon', replies: `${origin}/api/v1/statuses/${id}/context` },
  };
}

/** What the comments need. */
export function hostsOf({ source }: PostComments): Partial<AllowedHosts> {
  if (source.kind === 'mastodon') return { connect: [new URL(source.replies).origin] };
  if ('frame' in source) return { frames: [new URL(source.frame).origin] };
  const { origin } = new URL(source.script);
  return { scripts: [origin], styles: [origin], connect: [origin] };
}
