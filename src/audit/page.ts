/** What keeps a page from readers with assistive technology, as far as its HTML tells. */
import {
  elementsOf,
  isInside,
  isTag,
  parseHtml,
  textOf,
  type Document,
  type Element,
} from '../lib/html.ts';
import type { Problem } from '../lib/problem.ts';
import { firstFew } from '../lib/wording.ts';
import { hasName, hasOwnName, isHidden } from './accessible-names.ts';

/** A page that was read. */
export interface AuditedPage {
  readonly problems: readonly Problem[];
  /** What its links and other references lead to, as they are written. */
  readonly references: readonly string[];
  readonly ids: ReadonlySet<string>;
}

/** @param file of the page, below the output folder: `about/index.html` */
export function auditPage(file: string, html: string): AuditedPage {
  const document = parseHtml(html);
  const elements = elementsOf(document);
  const ids = elements.flatMap(({ attribs }) => attribs['id'] ?? []);
  const known = new Set(ids);
  const rules = [language, headings, images, names, fields, frames];
  const findings = [
    ...rules.flatMap((rule) => rule(elements, document, known)),
    ...duplicates(ids),
    ...dangling(elements, known),
  ];
  return {
    problems: findings.map((finding) => ({ severity: 'error', file, ...finding })),
    references: elements.flatMap(referencesOf),
    ids: known,
  };
}

type Finding = Omit<Problem, 'severity' | 'file'> & { readonly severity?: 'warning' };
type Rule = (
  elements: readonly Element[],
  document: Document,
  ids: ReadonlySet<string>,
) => Finding[];

const language: Rule = (elements) => {
  const html = elements.find(({ name }) => name === 'html');
  const title = elements.find(({ name, parent }) => name === 'title' && isHead(parent));
  const findings: Finding[] = [];
  if (html?.attribs['lang'] === undefined)
    findings.push({
      code: 'page-language-missing',
      message: 'The page has no `lang`, so screen readers cannot tell its language.',
      hint: 'Write `<html lang="...">` in the template of the page.',
    });
  if (title === undefined || textOf(title).trim() === '')
    findings.push({
      code: 'page-title-empty',
      message: 'The page has no title, by which browsers and search engines name it.',
      hint: 'Write a `<title>` in the template of the page.',
    });
  return findings;
};

function isHead(node: Element['parent']): boolean {
  return node !== null && isTag(node) && node.name === 'head';
}

const headings: Rule = (elements) => {
  const all = elements.filter(({ name }) => /^h[1-6]$/.test(name));
  const main = all.filter(({ name }) => name === 'h1').length;
  const findings: Finding[] = [];
  if (main !== 1)
    findings.push({
      code: 'page-heading-main',
      message: `The page has ${main === 0 ? 'no heading' : `${main} headings`} of the first level, of which a page needs one.`,
      hint: 'Use `<h1>` once, for the title of the page.',
    });
  for (const [index, { name }] of all.entries()) {
    const before = all[index - 1];
    if (before === undefined || Number(name[1]) - Number(before.name[1]) <= 1) continue;
    findings.push({
      severity: 'warning',
      code: 'page-heading-skipped',
      message: `The heading "${shown(all[index])}" is an \`${name}\` below an \`${before.name}\`, so a level seems to be missing.`,
      hint: 'Use the next level, and change its size with a style.',
    });
  }
  return findings;
};

const images: Rule = (elements) =>
  elements
    .filter(({ name, attribs }) => name === 'img' && attribs['alt'] === undefined)
    .map(({ attribs }) => ({
      code: 'page-image-alt',
      message: `The image \`${attribs['src'] ?? ''}\` has no \`alt\`, so screen readers read out its address.`,
      hint: 'Describe the image in `alt`, or write `alt=""` if it only decorates.',
    }));

const names: Rule = (elements, _, ids) =>
  elements
    .filter(
      ({ name, attribs }) => name === 'button' || (name === 'a' && attribs['href'] !== undefined),
    )
    .filter((element) => !isHidden(element) && !hasName(element, ids))
    .map((element) => ({
      code: 'page-name-missing',
      message: `The ${element.name === 'a' ? `link to \`${element.attribs['href']}\`` : 'button'} has no text, so nobody is told what it does.`,
      hint: 'Give it a text, an image with `alt`, or an `aria-label`.',
    }));

const UNLABELLED = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

const fields: Rule = (elements, _, ids) => {
  const labelled = new Set(
    elements.flatMap(({ name, attribs }) => (name === 'label' ? (attribs['for'] ?? []) : [])),
  );
  return elements
    .filter(({ name }) => ['input', 'select', 'textarea'].includes(name))
    .filter(({ attribs }) => !UNLABELLED.has(attribs['type'] ?? ''))
    .filter(
      (field) =>
        !isHidden(field) &&
        !labelled.has(field.attribs['id'] ?? '') &&
        !isInside(field, 'label') &&
        !hasOwnName(field, ids),
    )
    .map(({ name, attribs }) => ({
      code: 'page-label-missing',
      message: `The field \`${attribs['name'] ?? attribs['id'] ?? name}\` has no label, so nobody is told what to enter.`,
      hint: 'Put a `<label for="...">` before it; a placeholder is no label.',
    }));
};

const frames: Rule = (elements, _, ids) =>
  elements
    .filter(
      (element) => element.name === 'iframe' && !isHidden(element) && !hasOwnName(element, ids),
    )
    .map(({ attribs }) => ({
      code: 'page-frame-title',
      message: `The frame \`${attribs['src'] ?? ''}\` has no \`title\`, so screen readers cannot tell what it shows.`,
      hint: 'Say in `title` what the frame shows.',
    }));

function duplicates(ids: readonly string[]): Finding[] {
  const seen = new Set<string>();
  const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
  if (twice.size === 0) return [];
  return [
    {
      code: 'page-id-twice',
      message: `Several elements have the same \`id\`, so links and labels may mean the wrong one: ${firstFew([...twice], 5)}.`,
      hint: 'Give each element an `id` of its own.',
    },
  ];
}

/** References to elements that are not on the page. */
function dangling(elements: readonly Element[], ids: ReadonlySet<string>): Finding[] {
  const missing = elements.flatMap(({ attribs }) =>
    ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls']
      .flatMap((name) => attribs[name]?.split(/\s+/) ?? [])
      .filter((id) => id !== '' && !ids.has(id)),
  );
  return missing.length === 0
    ? []
    : [
        {
          code: 'page-reference-dangling',
          message: `A label or description refers to an \`id\` that the page does not have: ${firstFew([...new Set(missing)], 5)}.`,
          hint: 'Correct the `id`.',
        },
      ];
}

function referencesOf({ name, attribs }: Element): string[] {
  if (name === 'link' && /\b(?:preconnect|dns-prefetch|hub)\b/.test(attribs['rel'] ?? ''))
    return [];
  return ['href', 'src', 'poster'].flatMap((attribute) => attribs[attribute] ?? []);
}

function shown(element: Element | undefined): string {
  return element === undefined ? '' : textOf(element).trim().slice(0, 60);
}
