/** Asks the preview for the page of a text while it is edited, and shows it in a frame. */
import { words } from './words.ts';
import { problemList, showAtFields, type ShownProblem } from './problem-notes.ts';

/** Milliseconds without a change before the page is asked for. */
const PAUSE = 300;

/** An answer of the preview. */
interface Shown {
  readonly url?: string;
  readonly problems: readonly ShownProblem[];
}

interface Wanted {
  readonly path: string;
  readonly text: () => string;
}

/** Of the editor, light or dark. */
const COLOURS = [
  ...['background', 'border', 'foreground'].map((part) => `--sui-warning-${part}-color`),
  '--sui-error-foreground-color',
];
const STYLE = `
  html, body, .pane { height: 100%; margin: 0 }
  .pane { display: flex; flex-direction: column; font: 15px/1.4 system-ui, sans-serif }
  .pages { position: relative; flex: 1 }
  iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; background: #fff }
  iframe[data-loading] { visibility: hidden }
  .problems { margin: 0; padding: 8px 16px; max-height: 40%; overflow: auto;
    color: var(--sui-warning-foreground-color, #222);
    background: var(--sui-warning-background-color, #fff4d6);
    border-bottom: 1px solid var(--sui-warning-border-color, #b58900) }
  .problems:empty { display: none }
  .problems li { margin-block: 4px; list-style: none }
  .problems [data-severity="error"] strong { color: var(--sui-error-foreground-color, #a40000) }
  .problems button { font: inherit; padding: 0; border: 0; background: none; color: inherit;
    text-decoration: underline; cursor: pointer }
`;

export class LivePreview {
  readonly #address: string;
  readonly #collection: string;
  #place: HTMLElement | undefined;
  #wanted: Wanted | undefined;
  #timer: number | undefined;
  #isAsking = false;

  /** @param address of the API */
  constructor(address: string, collection: string) {
    this.#address = address;
    this.#collection = collection;
  }

  /** @param place in the editor's own frame; `null` when it goes */
  mount(place: HTMLElement | null): void {
    this.#place = place ?? undefined;
    if (place === null) return;
    const { ownerDocument: page } = place;
    const { language, preview } = words();
    page.title = preview;
    page.documentElement.lang = language;
    copyColours(page);
    const style = page.createElement('style');
    style.textContent = STYLE;
    page.head.append(style);
    place.className = 'pane';
    const [list, pages] = [page.createElement('ul'), page.createElement('div')];
    list.className = 'problems';
    list.setAttribute('aria-live', 'polite');
    pages.className = 'pages';
    place.append(list, pages);
    if (this.#wanted !== undefined) this.#ask();
  }

  /** @param path of the file; empty for a new one */
  show(path: string, text: () => string): void {
    this.#wanted = { path, text };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#place === undefined || this.#isAsking) return;
    this.#wanted = undefined;
    this.#isAsking = true;
    try {
      this.#display(await this.#fetch(wanted));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#display({ problems: [{ severity: 'error', message, hint: words().noPreview }] });
    } finally {
      this.#isAsking = false;
    }
    if (this.#wanted !== undefined) void this.#ask();
  }

  async #fetch({ path, text }: Wanted): Promise<Shown> {
    const user: unknown = JSON.parse(localStorage.getItem('sveltia-cms.user') ?? '{}');
    const token = typeof user === 'object' && user !== null && 'token' in user ? user.token : '';
    const response = await fetch(this.#address, {
      method: 'POST',
      headers: { authorization: `token ${String(token)}` },
      body: JSON.stringify({ collection: this.#collection, path, text: text() }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }

  #display({ url, problems }: Shown): void {
    const [list, pages] = this.#place?.children ?? [];
    if (list === undefined || pages === undefined) return;
    list.replaceChildren(...problemList(problems, list.ownerDocument));
    showAtFields(problems);
    if (url !== undefined) showPage(new URL(url, location.href).href, pages);
  }
}

/** The frame is a document of its own, without the style of the editor. */
function copyColours(page: Document): void {
  const own = getComputedStyle(document.body);
  for (const name of COLOURS)
    page.documentElement.style.setProperty(name, own.getPropertyValue(name));
}

/** Loads a page behind the one that is shown, and shows it at the same place. */
function showPage(url: string, pages: Element): void {
  const frame = pages.ownerDocument.createElement('iframe');
  // No script of the page runs. The origin lets this one read how far the page is scrolled.
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = words().preview;
  frame.dataset['loading'] = '';
  frame.src = url;
  frame.addEventListener('load', () => {
    const shown = [...pages.children].find((other) => other !== frame && isShown(other));
    const top = frameOf(shown)?.contentWindow?.scrollY ?? 0;
    frame.contentWindow?.scrollTo({ top, behavior: 'instant' });
    delete frame.dataset['loading'];
    for (const other of [...pages.children]) if (other !== frame) other.remove();
  });
  for (const other of [...pages.children]) if (!isShown(other)) other.remove();
  pages.append(frame);
}

function isShown(frame: Element): boolean {
  return !frame.hasAttribute('data-loading');
}

/** Frames of another document are no instances of this one's classes. */
function frameOf(element: Element | undefined): HTMLIFrameElement | undefined {
  return element?.ownerDocument.querySelectorAll('iframe')[0];
}
