/**
 * Markup that a script puts on the page. Text browsers and readers of old would show the content of a `template`, and what
 * is `hidden`; nobody shows that of a script in another language.
 */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

interface ForScriptProps {
  /** By which the script finds it. */
  readonly name: string;
  /** Without scripts of their own. */
  readonly children: ComponentChildren;
}

export function ForScript({ name, children }: ForScriptProps): VNode {
  const html = renderToString(<>{children}</>);
  return <script type="text/html" data-for={name} dangerouslySetInnerHTML={{ __html: html }} />;
}
