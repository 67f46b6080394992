/** Text between `<` and `>` that is no HTML, within a line. */
import { piece, verbatim, type Piece } from './piece.ts';

/** Elements that people write about. */
const NAMES = (
  'a audio b body button canvas dialog details div embed fieldset font form frame frameset h1 head html iframe img input ' +
  'label li link map marquee math menu meta nobr noembed noframes noscript object ol option param plaintext pre q rp ruby ' +
  'script section select source strong style sub sup svg table td template textarea title tr u ul video xmp'
).split(' ');

/** How they go on when they are no tags. */
const NO_TAGS = ['of §', '§', 'of the §, please', 'and §', '3 of §', 'your § here', 'is: §'];

export const TEXT: readonly Piece[] = [
  ...verbatim(
    'declaration',
    ...['<!ENTITY § "a §">', '<!ELEMENT § (to)>', '<!DOCTYPE §>', '<!DOCTYPE § [', '<!§>'],
    ...[
      '<!doctype html §',
      '<!§ and §',
      "<!ATTLIST § x CDATA '§'>",
      '<!DOCTYPE § SYSTEM "§.dtd" [ <!-§',
      '<! §>',
    ],
  ),
  ...verbatim(
    'processing instruction',
    ...[
      '<?php echo §; ?>',
      '<?xml §="1.0"?>',
      '<?= § ?>',
      '<?php §',
      '<? § >',
      '<?§?>',
      '<?xml-stylesheet §>',
    ],
    ...['<?php if (a > §) { ?>', '<?php // § -> §'],
  ),
  ...verbatim(
    'CDATA section',
    '<![CDATA[§]]>',
    '<![CDATA[ § and',
    '<![if §]>',
    '<![cdata[ § ]]>',
    '<![§',
  ),
  ...NAMES.flatMap((name, index) => {
    const end = NO_TAGS[index % NO_TAGS.length] ?? '';
    return verbatim('name with words', `<${name} ${end}>`, `see <${name} ${end}> §`);
  }),
  ...verbatim(
    'placeholder',
    '<your § name>',
    '<§>',
    '<§ and §>',
    '<name@§>',
    '<<§>>',
    '<§/>',
    '<§: §>',
    '</§>',
    '<§=§>',
  ),
  ...verbatim(
    'type',
    ...[
      'Stack<S> §',
      'Map<I, §> x',
      'vector<B> §',
      'Array<U> §',
      'Set<Q>() §',
      'Foo<Data> §',
      'Ref<Object> §',
    ],
    ...[
      'Option<Var> §',
      'Box<Select> §',
      'List<§>',
      'Promise<A> §',
      'Map<P, List<S>> §',
      'of<del, ins> §',
      'f<Code>(x) §',
    ],
  ),
  ...verbatim(
    'comparison',
    ...[
      'if a<b and c>d §',
      'x<i && i>y §',
      'a<§ and b>c',
      'i<s; s>t §',
      'p<q §',
      '1<§',
      'a <b> c? §',
      'u<u and u>u §',
    ],
    ...[
      '§ <- §',
      '§ <= §',
      '<> §',
      '< § >',
      '<§',
      '§>',
      '<3 §',
      '</3 §',
      '</ §>',
      '<§ <§',
      '<-- §',
      '<!- §',
    ],
  ),
  ...NAMES.flatMap((name) => [
    ...verbatim('start tag in prose', `the <${name}> element §`, `use <${name}>, then §`),
    ...verbatim('end tag in prose', `before </${name}> comes §`),
    piece('tag as code', `\`<${name}>\` §`, '', { text: `<${name}> §` }),
  ]),
  ...verbatim(
    'comment closed wrongly',
    ...[
      '<!-- § -- §',
      '<!– § –>',
      '<!-- § -- >',
      '<!- § ->',
      '<!-- § —>',
      '<!-- §',
      '<!—- § -—>',
      '<!-- § --!§',
    ],
  ),
  ...verbatim(
    'sign of another language',
    ...[
      '<% § %>',
      '<%= § %>',
      '<#if §>',
      '<$§>',
      '<@§>',
      '<|§|>',
      '<~§',
      '<(§)>',
      '<.§',
      '<:§:>',
      '<=>§',
    ],
    ...[
      '#include <stdio.h> §',
      'import <vector>, §',
      'std::map<int, b> §',
      'sort <in >out §',
      'cat <<EOF §',
      'while(<STDIN>) §',
    ],
    ...[
      '<$fh> §',
      '<Foo bar={§} /> §',
      '<Foo.Bar> § </Foo.Bar>',
      '<-->§',
      '<book title="§"/> §',
      '<item>§</item>',
      '<T extends U> §',
    ],
    ...[
      '<foo:bar §>',
      '<xsl:if test="§"> §',
      '<https:§',
      '<ftp §>',
      '<mailto §>',
      '<§@>',
      '<a.b@ §>',
      'x<y>z §',
      'i<a>j §',
      'x >.< §',
    ],
    ...[
      '<h7> §',
      '<tabel> §',
      '<bold>§</bold>',
      '<br-§>',
      '<b-§>',
      '<p.§>',
      '<1>§',
      '<b1>§',
      '<ä>§',
      '<b\u00a0§>',
      '<a/b> §',
    ],
    ...[
      '<TITLE> §',
      '</TITLE> §',
      '<!DocType §>',
      '<?PHP § ?>',
      '<!—§—>',
      '<! -- § -->',
      '< !-- § --',
      '<!§--',
    ],
  ),
  piece('escaped tag', '\\<b> §', '', { text: '<b> §' }),
  piece('escaped tag', '&lt;b&gt; §', '', { text: '<b> §' }),
];
