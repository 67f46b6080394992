/** Heading of a page, with a link to its parent and an introduction. */
import type { ComponentChildren, VNode } from 'preact';
import type { LangAttributes } from '../../src/site/model.ts';

interface PageHeaderProps {
  readonly title: string;
  /** Set if the language of the title differs from the site's. */
  readonly lang?: LangAttributes;
  /** The index page above this one. */
  readonly parent?: { readonly text: string; readonly url: string };
  readonly children?: ComponentChildren;
}

export function PageHeader({ title, lang, parent, children }: PageHeaderProps): VNode {
  return (
    <header class="page-header">
      {parent && (
        <p class="parent">
          <a href={parent.url}>{parent.text}</a>
        </p>
      )}
      <h1 class="p-name" {...lang}>
        {title}
      </h1>
      {children && <div class="lead">{children}</div>}
    </header>
  );
}
