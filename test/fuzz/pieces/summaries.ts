/** What a summary must get right at the start of a post. */
import { piece, verbatim, type Piece } from './piece.ts';

const aside = { isAside: true };

export const OPENINGS: readonly Piece[] = [
  ...verbatim(
    'template leftover',
    '{{ page.§ }} §',
    '{% include § %} §',
    '{{< figure §="x" >}} §',
  ).map((leftover) => ({ ...leftover, ...aside })),
  ...verbatim(
    'shortcode',
    '[gallery ids="1,2"] §',
    '[caption id="x"]§[/caption] §',
    '[embed]§[/embed] §',
  ).map((leftover) => ({ ...leftover, ...aside })),
  piece('heading before a text', '<h2>§</h2>§ is a text', 'h,'),
  piece('heading before a text', '<div><h3>§</h3>§</div>', 'h,'),
  piece('heading before a text', '- ## §\n  §', 'li h,li'),
  piece(
    'fallback before a text',
    '<video src="https://example.org/a.mp4" controls>§</video>\n\n§',
    'any,',
    aside,
  ),
  piece('number with an exponent', '10<sup>§</sup> §', 'sup,', aside),
  ...verbatim(
    'end of a sentence',
    '§ Example Inc. and §, Acme Co. in §, Dr. § and J. R. R. § are here. §',
    'z. B. §, d. h. §, u. a. § usw. und § am 3. Mai §',
  ),
];
