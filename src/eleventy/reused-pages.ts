/** Keeps pages that are reused from the last output away from Eleventy, which would prepare each of them. */
import type { Site } from '../site/model.ts';
import type { DataCascade } from './data-types.ts';
import type { PageSink } from './page-sink.ts';
import type { TemplateModule } from './program-types.ts';

/** The part of the model that a page is about, if its template makes a page for each of a list. */
export function itemOf(data: DataCascade): unknown {
  const alias = aliasOf(data['pagination']);
  return alias === undefined ? undefined : data[alias];
}

/** The data of a page that is about another item. */
export function withItem(data: DataCascade, item: object | undefined): DataCascade {
  const alias = aliasOf(data['pagination']);
  return item === undefined || alias === undefined ? data : { ...data, [alias]: item };
}

/** The template, without the pages that the sink reuses. */
export function withoutReused(
  module: TemplateModule,
  template: string,
  site: Site,
  sink: PageSink,
): TemplateModule {
  const { pagination, permalink } = module.data;
  const alias = aliasOf(pagination);
  if (alias === undefined || permalink === undefined) return module;
  const isLeft = (item: unknown): boolean => {
    const path = permalink({ site, [alias]: item });
    return !sink.reuse(path.replace(/\/$/, '/index.html').slice(1), { template, item });
  };
  const before = (items: readonly unknown[]): readonly unknown[] => items.filter(isLeft);
  return { ...module, data: { ...module.data, pagination: { ...pagination, before } } };
}

function aliasOf(pagination: unknown): string | undefined {
  if (typeof pagination !== 'object' || pagination === null || !('alias' in pagination))
    return undefined;
  return String(pagination.alias);
}
