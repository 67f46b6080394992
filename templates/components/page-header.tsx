/** Heading of a page, with a link to its parent and an introduction. */
import type { ComponentChildren, VNode } from 'preact';

interface PageHeaderProps {
  readonly title: string;
  /** The index page above this one. */
  readonly parent?: { readonly text: string; readonly url: string };
  readonly children?: ComponentChildren;
}

export function PageHeader({ title, parent, children }: PageHeaderProps): VNode {
  return (
    <header class="page-header">
      {parent && (
        <p class="parent">
          <a href={parent.url}>{parent.text}</a>
        </p>
      )}
      <h1 class="p-name">{title}</h1>
      {children && <div class="lead">{children}</div>}
    </header>
  );
}
