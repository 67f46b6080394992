/** The page of the editor. */
import { escapeHtml } from '../../lib/escape.ts';

/** Below the site's root. */
export const EDITOR_FOLDER = '/admin/';

/**
 * @param policy for hosts that send no headers
 * @param basePath path that the site lives under, without a slash at the end
 */
export function editorPage(
  title: string,
  language: string,
  policy: string,
  basePath: string,
): string {
  const folder = escapeHtml(basePath) + EDITOR_FOLDER;
  const lines = [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title>`,
    `<link rel="stylesheet" href="${folder}style.css">`,
    `<script type="module" src="${folder}editor.js"></script>`,
    '</head>',
    '<body></body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
