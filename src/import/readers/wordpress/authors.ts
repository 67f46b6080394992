/** Names of authors. Exports name them by login, which may be an e-mail address. */
import type { XmlNode } from '../../source/xml-items.ts';
import { childrenOf } from '../../source/xml-items.ts';
import { field, lineField, lineOf, metaOf } from './wxr-items.ts';

export class AuthorNames {
  /** By login and by the last part of their address. */
  readonly #names = new Map<string, string>();
  /** Last parts of the addresses of each name. */
  readonly #slugs = new Map<string, Set<string>>();
  readonly #used = new Set<string>();

  /** @param node `wp:author` */
  add(node: XmlNode): void {
    const login = field(node, 'wp:author_login');
    const full = ['first', 'last'].map((part) => lineField(node, `wp:author_${part}_name`));
    const shown = lineField(node, 'wp:author_display_name');
    this.#name(login, shown || full.join(' ').trim() || login);
  }

  /** An author without an account, of the plugin Co-Authors Plus. */
  addGuest(node: XmlNode): void {
    const slug = field(node, 'wp:post_name').replace(/^cap-/, '');
    const name = lineField(node, 'title') || metaOf(node).get('cap-display_name')?.[0] || slug;
    this.#name(slug, name);
  }

  #name(login: string, written: string): void {
    if (login === '') return;
    const name = withoutMail(written);
    this.#names.set(login.toLowerCase(), name);
    if (login.includes('@')) return;
    const slug = slugOfLogin(login);
    this.#names.set(slug, name);
    const slugs = this.#slugs.get(name);
    if (slugs === undefined) this.#slugs.set(name, new Set([slug]));
    else slugs.add(slug);
  }

  addUses(item: XmlNode): void {
    for (const name of this.of(item)) this.#used.add(name);
  }

  /** Names as readers saw them: those of the plugin Co-Authors Plus, or the one of WordPress. */
  of(item: XmlNode): string[] {
    const several = childrenOf(item, 'category')
      .filter((category) => category.attributes.get('domain') === 'author')
      .map((category) => this.#nameOfTerm(category));
    const creator = lineField(item, 'dc:creator');
    const names = several.length > 0 ? several : [this.#nameOf(creator) ?? withoutMail(creator)];
    return [...new Set(names.filter((name) => name !== ''))];
  }

  #nameOfTerm(term: XmlNode): string {
    const slug = (term.attributes.get('nicename') ?? '').replace(/^cap-/, '');
    const text = lineOf(term);
    return this.#nameOf(text) ?? this.#nameOf(slug) ?? withoutMail(text);
  }

  #nameOf(login: string): string | undefined {
    return this.#names.get(login.toLowerCase());
  }

  /** Authors of public posts, with the last parts of their addresses. */
  used(): { readonly name: string; readonly slugs: readonly string[] }[] {
    return [...this.#used].map((name) => ({ name, slugs: [...(this.#slugs.get(name) ?? [])] }));
  }
}

/** An e-mail address is not for the public, even where it serves as a name. */
export function withoutMail(name: string): string {
  return name.replace(/@[\w-]+(?:\.[\w-]+)+/g, '').trim();
}

/** What WordPress makes of a login for addresses (`sanitize_title`). */
function slugOfLogin(login: string): string {
  return login
    .toLowerCase()
    .replace(/[\s./]+/g, '-')
    .replace(/[^%a-z0-9_-]/g, '')
    .replace(/-+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
}
