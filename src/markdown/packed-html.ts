/** Parts of bodies that take less memory. */
import { ownCopy, ownText } from '../lib/own-copy.ts';
import { TextPacker, isPackable, type PackedText } from '../lib/packed-text.ts';
import type { BodyPart, HtmlPart } from './parts.ts';

const packer = new TextPacker();

/** Looks like any other part, also to JSON, to copies of it, and to template languages. */
class PackedHtml implements HtmlPart {
  readonly kind: HtmlPart['kind'];
  declare readonly html: string;
  readonly #text: PackedText;

  /** One getter for all, so that they share their shape in V8. */
  static readonly #HTML = {
    enumerable: true,
    get(this: PackedHtml): string {
      return this.#text.toString();
    },
  };

  constructor({ kind, html }: HtmlPart) {
    this.kind = kind;
    this.#text = packer.pack(html);
    Object.defineProperty(this, 'html', PackedHtml.#HTML);
    Object.setPrototypeOf(this, Object.prototype);
  }

  static has(part: BodyPart): boolean {
    return #text in part;
  }
}

/** The same parts; the array itself if they are packed already. Their other texts are no longer parts of the HTML. */
export function packHtml(parts: readonly BodyPart[]): readonly BodyPart[] {
  return parts.some(isUnpacked) ? parts.map(packed) : parts;
}

function packed(part: BodyPart): BodyPart {
  if (part.kind === 'image' || part.kind === 'embed') return ownCopy(part);
  if (part.kind === 'address') return { kind: part.kind, address: ownText(part.address) };
  if (PackedHtml.has(part)) return part;
  if (isPackable(part.html)) return new PackedHtml(part);
  return { kind: part.kind, html: ownText(part.html) };
}

function isUnpacked(part: BodyPart): boolean {
  return 'html' in part && !PackedHtml.has(part) && isPackable(part.html);
}
