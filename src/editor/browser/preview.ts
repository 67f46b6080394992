/** The preview beside the text: the page as the site will show it, and what the check says. */
import type { FileFormat } from '../../outputs/editor/shape.ts';
import type { Fields } from '../shapes.ts';
import { element, type Element } from './elements.ts';
import { textOf } from './format.ts';
import { LivePreview } from './live-preview.ts';

/** What this needs of the editor. */
export interface PreviewRegistry {
  readonly registerPreviewTemplate: (
    name: string,
    component: (properties: { readonly entry: Entry }) => Element,
  ) => void;
}

/** A map of Immutable.js. */
interface Entry {
  readonly toJS: () => { readonly data: Fields; readonly path?: string };
}

/** Collections with pages. */
const COLLECTIONS = ['posts', 'pages'];

/**
 * @param api start of the addresses of the backend
 * @param formats by collection
 */
export function registerPreview(
  { registerPreviewTemplate }: PreviewRegistry,
  api: string,
  formats: Readonly<Record<string, FileFormat>>,
): void {
  for (const [name, format] of Object.entries(formats)) {
    if (!COLLECTIONS.includes(name)) continue;
    const preview = new LivePreview(`${api}/preview`, name);
    const mount = (place: HTMLElement | null): void => preview.mount(place);
    registerPreviewTemplate(name, ({ entry }) => {
      const { data, path = '' } = entry.toJS();
      preview.show(path, () => textOf(data, format));
      return element('div', { ref: mount });
    });
  }
}
