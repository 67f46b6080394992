/** Which files of contributors may be published: those that neither a browser nor a server runs. */
import { isPortable } from './paths.ts';

/** What a file is, judged by its name. */
export interface AttachmentKind {
  /**
   * `unknown` is plain unless its content is markup; `reserved` is a name that hosts and servers
   * read themselves; `unportable` is one that not every file system can hold.
   */
  readonly kind: 'plain' | 'unknown' | 'browser' | 'server' | 'reserved' | 'unportable';
  /** That decides, in lower case; empty if there is none. */
  readonly ending: string;
}

/** Endings of files that browsers run, whatever is in them. */
const BROWSER = wordsOf(`
  html htm xhtml xht xhtm xml xsl xslt svgz js mjs cjs es ecma jse vbs css htc hta wasm mht mhtml`);

/** Endings of files that servers run. */
const SERVER = wordsOf(`
  php php3 php4 php5 php6 php7 php8 phps pht phtm phtml phar hphp
  cgi fcgi pl plx ppl perl asp aspx asa asax ascx ashx asmx axd cer cdx idc cshtml vbhtml
  jsp jspx jspf jsw jsv jhtml cfm cfml cfc rhtml ejs esp njs lasso`);

/** Endings of files with directives for servers. https://httpd.apache.org/docs/2.4/howto/ssi.html */
const INCLUDES = wordsOf('shtml shtm stm sht');

/** Endings whose media type neither browsers nor servers run. */
const PLAIN = wordsOf(`
  png apng jpg jpeg jfif gif webp avif bmp ico tif tiff heic heif dng svg
  mp3 m4a aac oga ogg opus wav flac mp4 m4v ogv webm mov avi mkv mpg mpeg wmv wma mid midi vtt srt
  pdf txt csv tsv json zip 7z rar tar tgz tbz2 txz epub mobi azw3 rtf ps woff woff2 ttf otf
  doc docx xls xlsx ppt pptx odt ods odp odg key pages numbers`);

/** Configuration and code of hosts and servers, in any folder. */
const RESERVED_NAME =
  /^(?:\.(?:htaccess|htpasswd|user\.ini|nojekyll)|_headers|_redirects|_routes\.json|_worker\.(?:[mc]?[jt]s|bundle)|web\.config|php\.ini|cname|netlify\.toml|(?:vercel|now|firebase|staticwebapp\.config)\.json|wrangler\.(?:toml|jsonc?)|_config\.ya?ml)$/i;

/** Folders whose files hosts and servers take for code or for proofs of ownership. */
const RESERVED_FOLDER = /^\/(?:\.[^/]*|api|functions|cgi-bin|netlify\/(?:edge-)?functions)\//i;

/** Whether an ending may be allowed in `site.yaml`. */
export function canBeAllowed(ending: string): boolean {
  return /^[a-z0-9]+$/.test(ending) && !INCLUDES.has(ending);
}

/** Whether a part of a path is a name that a host or server reads itself. */
export function hasReservedName(path: string): boolean {
  return path.split('/').some((part) => RESERVED_NAME.test(part));
}

/** Whether hosts or servers read a file at this path of the site, with its leading slash. */
export function isReserved(path: string): boolean {
  return RESERVED_FOLDER.test(path) || hasReservedName(path);
}

/**
 * Servers look for programs at each ending of `photo.php.jpg`, and for the type at the last one that
 * they know: `page.html.bak`. https://httpd.apache.org/docs/2.4/mod/mod_mime.html#multipleext
 * @param file relative path
 */
export function attachmentKind(file: string): AttachmentKind {
  const name = file.slice(file.lastIndexOf('/') + 1);
  // Old servers end a name at a semicolon: `x.asp;.jpg`.
  const endings = name.toLowerCase().split(/[.;]/).slice(1).toReversed();
  const [last = ''] = endings;
  const isHidden = file.split('/').some((part) => part.startsWith('.'));
  if (isHidden || hasReservedName(file) || endings.some((ending) => INCLUDES.has(ending)))
    return { kind: 'reserved', ending: last };
  if (!isPortable(file)) return { kind: 'unportable', ending: last };
  const program = endings.find((ending) => SERVER.has(ending));
  if (program !== undefined) return { kind: 'server', ending: program };
  const ending = endings.find((known) => PLAIN.has(known) || BROWSER.has(known));
  if (ending === undefined) return { kind: 'unknown', ending: last };
  // Browsers unpack `a.svg.gz`, which the build does not clean.
  const runs = BROWSER.has(ending) || (ending === 'svg' && last !== 'svg');
  return { kind: runs ? 'browser' : 'plain', ending };
}

/**
 * The name of the file that servers would send this one for, compressed, or `undefined`.
 * https://nginx.org/en/docs/http/ngx_http_gzip_static_module.html
 */
export function unpackedName(file: string): string | undefined {
  return /^(.*[^/])\.(?:gz|br|zst)$/i.exec(file)?.[1];
}

/** Whether bytes may be HTML or XML, for which browsers take files without a type. https://mimesniff.spec.whatwg.org/ */
export function looksLikeMarkup(start: Buffer): boolean {
  return /^(?:\xef\xbb\xbf|\xfe\xff|\xff\xfe)?[\0\s]*</.test(start.toString('latin1'));
}

/** Whether a published file could run: `site.yaml` allows its ending. */
export function isAllowedOnly(file: string, allowed: readonly string[]): boolean {
  const { kind, ending } = attachmentKind(file);
  return kind !== 'plain' && allowed.includes(ending);
}

/** Says why a file is not published, and what to do. `reason` continues its name. */
export function refusal(file: string): { readonly reason: string; readonly hint: string } {
  const { kind, ending } = attachmentKind(file);
  if (kind === 'reserved')
    return {
      reason: 'has a name that hosts or servers take for their configuration or code',
      hint: 'Rename the file, or pack it into a `.zip` archive.',
    };
  if (kind === 'unportable')
    return {
      reason: 'has a name that not every file system can hold',
      hint: 'Rename the file to a short name without a dot or space at the end, and not that of a Windows device, such as `con`.',
    };
  if ((kind === 'plain' || kind === 'unknown') && unpackedName(file) !== undefined)
    return {
      reason: 'is one that servers may send in place of the file that it is named after',
      hint: `Rename the file, or pack it into a \`.zip\` archive. To publish all such files, write \`attachments: [${endingOf(file)}]\` into \`site.yaml\`.`,
    };
  const runner = kind === 'server' ? 'a server' : 'a browser';
  const download = canBeAllowed(ending)
    ? ` To publish all such files as downloads, write \`attachments: [${ending}]\` into \`site.yaml\`.`
    : '';
  return {
    reason: `is a file that ${runner} could run as part of the site`,
    hint: `Pack it into a \`.zip\` archive, or put it into \`public/\` if you trust it.${download}`,
  };
}

/** What follows the last dot, in lower case. */
export function endingOf(file: string): string {
  return file.slice(file.lastIndexOf('.') + 1).toLowerCase();
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
