/** Categories and tags. Both become tags. */
import { childrenOf, type XmlNode } from '../../source/xml-items.ts';
import { field, lineField, lineOf } from './wxr-items.ts';

interface Term {
  readonly kind: 'category' | 'tag';
  readonly name: string;
  /** As exported: percent-encoded. */
  readonly slug: string;
  /** Slug of the category above. */
  readonly parent: string;
  readonly description: string;
}

/** What WordPress calls the category of posts that have none. */
const NO_CATEGORY: ReadonlySet<string> = new Set([
  'uncategorized',
  'uncategorised',
  'sin-categoria',
  'non-classe',
  'senza-categoria',
  'sem-categoria',
  'geen-categorie',
  'niet-gecategoriseerd',
  'bez-kategorii',
  'nezarazene',
  'okategoriserade',
  'ikke-kategoriseret',
  'ukategorisert',
  'luokittelematon',
  'kategorilenmemis',
  'genel',
]);
const NO_CATEGORY_NAMES: ReadonlySet<string> = new Set([
  '未分類',
  '未分类',
  'Без рубрики',
  '미분류',
]);

/** Taxonomies that no reader sees as such. */
const INTERNAL: ReadonlySet<string> = new Set([
  'author',
  'post_format',
  'nav_menu',
  'link_category',
  'language',
  'post_translations',
  'term_language',
  'term_translations',
  'wp_theme',
  'wp_template_part_area',
  'wp_pattern_category',
  'mentions',
  'following_users',
]);

export interface TermFacts {
  readonly name: string;
  readonly description: string;
  /** Below the blog's address: `category/garden/roses/`. */
  readonly paths: readonly string[];
}

export class Terms {
  readonly #terms = new Map<string, Term>();
  /** Name to use, by its lower-case form: categories and tags may differ in case alone. */
  readonly #names = new Map<string, string>();
  /** Terms of other taxonomies that posts have. */
  readonly others = new Map<string, number>();

  /** @param node `wp:category`, `wp:tag` or `wp:term` */
  add(node: XmlNode): void {
    const taxonomy = field(node, 'wp:term_taxonomy');
    if (node.name === 'wp:tag' || taxonomy === 'post_tag')
      this.#add({
        kind: 'tag',
        name: lineField(node, 'wp:tag_name') || lineField(node, 'wp:term_name'),
        slug: field(node, 'wp:tag_slug') || field(node, 'wp:term_slug'),
        parent: '',
        description:
          lineField(node, 'wp:tag_description') || lineField(node, 'wp:term_description'),
      });
    else if (node.name === 'wp:category' || taxonomy === 'category')
      this.#add({
        kind: 'category',
        name: lineField(node, 'wp:cat_name') || lineField(node, 'wp:term_name'),
        slug: field(node, 'wp:category_nicename') || field(node, 'wp:term_slug'),
        parent: field(node, 'wp:category_parent') || field(node, 'wp:term_parent'),
        description:
          lineField(node, 'wp:category_description') || lineField(node, 'wp:term_description'),
      });
  }

  #add(term: Term): void {
    const key = `${term.kind} ${term.slug}`;
    const known = this.#terms.get(key);
    if (
      term.name === '' ||
      /[\s/?#]/.test(term.slug) ||
      (known !== undefined && known.description !== '')
    )
      return;
    this.#terms.set(key, term);
    this.#nameFor(term.name);
  }

  #nameFor(name: string): string {
    const key = name.toLowerCase();
    const used = this.#names.get(key) ?? name;
    this.#names.set(key, used);
    return used;
  }

  /** Learns the terms that only items name. */
  addUses(item: XmlNode): void {
    for (const { kind, node } of usesIn(item)) {
      if (kind === undefined) {
        const domain = node.attributes.get('domain') ?? '';
        if (!INTERNAL.has(domain)) this.others.set(domain, (this.others.get(domain) ?? 0) + 1);
        continue;
      }
      const slug = node.attributes.get('nicename') ?? '';
      if (slug !== '' && !this.#terms.has(`${kind} ${slug}`))
        this.#add({ kind, name: lineOf(node), slug, parent: '', description: '' });
    }
  }

  /** Names of the categories and tags of an item, each once. */
  of(item: XmlNode): string[] {
    const names = usesIn(item)
      .filter(({ kind, node }) => kind !== undefined && !isNoCategory(node))
      .map(({ node }) => this.#nameFor(lineOf(node)));
    return [...new Set(names.filter((name) => name !== ''))];
  }

  facts(): TermFacts[] {
    const facts = new Map<string, { name: string; description: string; paths: string[] }>();
    for (const term of this.#terms.values()) {
      if (NO_CATEGORY.has(term.slug) || NO_CATEGORY_NAMES.has(term.name)) continue;
      const name = this.#nameFor(term.name);
      const one = facts.get(name) ?? { name, description: '', paths: [] };
      one.description ||= term.description;
      one.paths.push(this.#path(term));
      facts.set(name, one);
    }
    return [...facts.values()];
  }

  /** Addresses of the lists of posts that have no category. */
  pathsWithoutName(): string[] {
    return [...this.#terms.values()]
      .filter(({ slug, name }) => NO_CATEGORY.has(slug) || NO_CATEGORY_NAMES.has(name))
      .map((term) => this.#path(term));
  }

  #path({ kind, slug, parent }: Term): string {
    if (kind === 'tag') return `tag/${slug}/`;
    const slugs = [slug];
    let above = this.#terms.get(`category ${parent}`);
    while (above !== undefined && !slugs.includes(above.slug)) {
      slugs.unshift(above.slug);
      above = this.#terms.get(`category ${above.parent}`);
    }
    return `category/${slugs.join('/')}/`;
  }
}

interface Use {
  /** `undefined` for another taxonomy. */
  readonly kind: Term['kind'] | undefined;
  readonly node: XmlNode;
}

/** Old exports name each category a second time, without a taxonomy. */
function usesIn(item: XmlNode): Use[] {
  const nodes = childrenOf(item, 'category');
  const withDomain = nodes.filter((node) => node.attributes.has('domain'));
  const uses = withDomain.length > 0 ? withDomain : nodes;
  return uses.map((node) => ({ kind: kindOf(node.attributes.get('domain') ?? 'category'), node }));
}

function kindOf(domain: string): Term['kind'] | undefined {
  if (domain === 'category') return 'category';
  return domain === 'post_tag' || domain === 'tag' ? 'tag' : undefined;
}

function isNoCategory(node: XmlNode): boolean {
  if (node.attributes.get('domain') === 'post_tag') return false;
  const slug = node.attributes.get('nicename') ?? '';
  return (
    NO_CATEGORY.has(slug) || NO_CATEGORY_NAMES.has(lineOf(node)) || lineOf(node) === 'Uncategorized'
  );
}
