/** Analytics and newsletter of another site, and what the policy allows for them. */
import type { SiteSettings } from '../content/site-schema.ts';
import { joinHosts, type AllowedHosts } from '../lib/allowed-hosts.ts';
import { hostsOf } from './comments.ts';
import type { Post } from './post-model.ts';
import type { Analytics, Newsletter } from './services-model.ts';

/** A script with the hosts that it needs. */
interface Counter {
  readonly analytics: Analytics;
  readonly hosts: Partial<AllowedHosts>;
}

export function analyticsOf({ analytics }: SiteSettings): Analytics | undefined {
  return analytics && counterOf(analytics).analytics;
}

function counterOf(service: NonNullable<SiteSettings['analytics']>): Counter {
  switch (service.service) {
    case 'plausible': {
      const url = service.url ?? 'https://plausible.io/';
      const { origin } = new URL(url);
      const hosts = { scripts: [origin], connect: [origin] };
      // Scripts of this name know their site: https://plausible.io/docs/plausible-script
      return service.id.startsWith('pa-')
        ? { analytics: { ...script(`${url}js/${service.id}.js`), plausible: true }, hosts }
        : { analytics: script(`${url}js/script.js`, { 'data-domain': service.id }), hosts };
    }
    case 'goatcounter': {
      // https://www.goatcounter.com/help/csp
      const own = service.url ?? `https://${service.id}.goatcounter.com/`;
      const source = service.url ?? 'https://gc.zgo.at/';
      return {
        analytics: script(`${source}count.js`, { 'data-goatcounter': `${own}count` }),
        hosts: { scripts: [new URL(source).origin], connect: [new URL(own).origin] },
      };
    }
    case 'umami': {
      const { origin } = new URL(service.url ?? 'https://cloud.umami.is/');
      // Where the script of its cloud reports to, today and formerly.
      const cloud = ['https://gateway.umami.is', 'https://api-gateway.umami.dev'];
      return {
        analytics: script(`${service.url ?? 'https://cloud.umami.is/'}script.js`, {
          'data-website-id': service.id,
          'data-do-not-track': 'true',
        }),
        hosts: {
          scripts: [origin],
          connect: [origin, ...(service.url === undefined ? cloud : [])],
        },
      };
    }
    case 'matomo': {
      const { url, id } = service;
      const { origin } = new URL(url);
      const matomo = [
        ['disableCookies'],
        ['setDoNotTrack', true],
        ['setTrackerUrl', `${url}matomo.php`],
        ['setSiteId', String(id)],
        ['trackPageView'],
        ['enableLinkTracking'],
      ];
      return {
        analytics: { ...script(`${url}matomo.js`), matomo },
        hosts: { scripts: [origin], connect: [origin] },
      };
    }
    case 'cloudflare':
      // https://developers.cloudflare.com/fundamentals/reference/policies-compliances/content-security-policies/
      return {
        analytics: script('https://static.cloudflareinsights.com/beacon.min.js', {
          'data-cf-beacon': JSON.stringify({ token: service.id }),
        }),
        hosts: {
          scripts: ['https://static.cloudflareinsights.com'],
          connect: ['https://cloudflareinsights.com'],
        },
      };
  }
}

function script(url: string, attributes: Readonly<Record<string, string>> = {}): Analytics {
  return { script: url, attributes, matomo: undefined, plausible: false };
}

export function newsletterOf({ newsletter }: SiteSettings): Newsletter | undefined {
  if (newsletter === undefined) return undefined;
  const form = formOf(newsletter);
  return { ...form, host: new URL(form.action).host };
}

function formOf(service: NonNullable<SiteSettings['newsletter']>): Omit<Newsletter, 'host'> {
  switch (service.service) {
    case 'buttondown':
      return {
        action: `https://buttondown.com/api/emails/embed-subscribe/${service.id}`,
        field: 'email',
        hidden: [['embed', '1']],
      };
    case 'mailchimp': {
      const { searchParams } = new URL(service.url);
      // People leave it empty, and programs that fill in every field do not.
      const trap = `b_${searchParams.get('u')}_${searchParams.get('id')}`;
      return { action: service.url, field: 'EMAIL', hidden: [[trap, '']] };
    }
    case 'listmonk':
      return {
        action: `${service.url}subscription/form`,
        field: 'email',
        hidden: [
          ['nonce', ''],
          ['l', service.id],
        ],
      };
    case 'form':
      return { action: service.url, field: service.field, hidden: [] };
  }
}

/**
 * What the policy allows.
 * @param analytics whether the pages have analytics
 */
export function allowedHosts(
  settings: SiteSettings,
  posts: readonly Post[],
  analytics: boolean,
): AllowedHosts {
  const { allow = {} } = settings;
  const form = newsletterOf(settings);
  return joinHosts([
    ...(analytics && settings.analytics !== undefined ? [counterOf(settings.analytics).hosts] : []),
    ...posts.flatMap(({ comments }) => (comments === undefined ? [] : [hostsOf(comments)])),
    form === undefined ? {} : { forms: [new URL(form.action).origin] },
    allow,
  ]);
}
