/** Links that share a post: plain addresses of other sites, which are asked only when a reader follows one. */
import type { ShareService } from '../content/share-schema.ts';
import type { Words } from '../lib/language/language.ts';
import type { Link } from './post-model.ts';

/** What is shared, percent-encoded. */
interface Shared {
  readonly url: string;
  readonly title: string;
  /** Title and URL, for services with a single field. */
  readonly both: string;
}

interface Service {
  /** Its own name; absent for what each language has a word for. */
  readonly name?: string;
  readonly address: (shared: Shared) => string;
}

const SERVICES: Readonly<Record<ShareService, Service>> = {
  // Asks for the server of the reader: https://blog.joinmastodon.org/2026/03/a-new-share-button/
  mastodon: {
    name: 'Mastodon',
    address: ({ both }) => `https://share.joinmastodon.org/#text=${both}`,
  },
  // https://docs.bsky.app/docs/advanced-guides/intent-links
  bluesky: {
    name: 'Bluesky',
    address: ({ both }) => `https://bsky.app/intent/compose?text=${both}`,
  },
  // https://developers.facebook.com/docs/threads/threads-web-intents/
  threads: {
    name: 'Threads',
    address: ({ url, title }) => `https://www.threads.com/intent/post?text=${title}&url=${url}`,
  },
  x: {
    name: 'X',
    address: ({ url, title }) => `https://x.com/intent/post?text=${title}&url=${url}`,
  },
  facebook: {
    name: 'Facebook',
    address: ({ url }) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  },
  linkedin: {
    name: 'LinkedIn',
    address: ({ url }) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  },
  reddit: {
    name: 'Reddit',
    address: ({ url, title }) => `https://www.reddit.com/submit?url=${url}&title=${title}`,
  },
  hackernews: {
    name: 'Hacker News',
    address: ({ url, title }) => `https://news.ycombinator.com/submitlink?u=${url}&t=${title}`,
  },
  // https://faq.whatsapp.com/5913398998672934
  whatsapp: { name: 'WhatsApp', address: ({ both }) => `https://wa.me/?text=${both}` },
  // https://core.telegram.org/widgets/share
  telegram: {
    name: 'Telegram',
    address: ({ url, title }) => `https://t.me/share/url?url=${url}&text=${title}`,
  },
  // https://www.rfc-editor.org/rfc/rfc6068
  email: { address: ({ url, title }) => `mailto:?subject=${title}&body=${url}` },
};

/** @param canonical absolute URL of the post */
export function shareLinks(
  services: readonly ShareService[],
  title: string,
  canonical: string,
  words: Words['share'],
): Link[] {
  const shared = {
    url: encodeURIComponent(canonical),
    title: encodeURIComponent(title.toWellFormed()),
    both: encodeURIComponent(`${title.toWellFormed()} ${canonical}`),
  };
  return services.map((service) => {
    const { name = words.email, address } = SERVICES[service];
    return { text: name, url: address(shared) };
  });
}
