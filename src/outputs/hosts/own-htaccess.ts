/** Directives in the `.htaccess` of `public/`, which prevail over those of the build. */
import type { OwnRule } from './own-rules.ts';

/** Sources and targets of `Redirect`. https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirect */
export function redirectsIn(text: string): OwnRule[] {
  const lines = text.matchAll(
    /^[ \t]*Redirect(?:Permanent|Temp)?[ \t]+(?:\w+[ \t]+)?(\/\S*|"[^"]*")(?:[ \t]+(\S+))?/gim,
  );
  return [...lines].map(([, from = '', to = '']) => ({ from: plain(from), to: plain(to) }));
}

function plain(argument: string): string {
  return argument.replaceAll('"', '');
}

/**
 * Names a setting of which the last directive counts: `ErrorDocument 404`, `Header X-Frame-Options`.
 * One with a condition has none.
 */
function settingIn(line: string): string | undefined {
  if (/\b(?:expr|env)=/.test(line)) return undefined;
  const error = /^\s*ErrorDocument\s+(\d+)/i.exec(line);
  if (error !== null) return `ErrorDocument ${error[1]}`;
  const header = /^\s*Header\s+(?:always\s+|onsuccess\s+)?(?:set|unset)\s+"?([\w-]+)/i.exec(line);
  return header === null ? undefined : `Header ${header[1]}`;
}

/**
 * The configuration of the build without the settings that the file has outside of sections other
 * than `<IfModule>`, and the names of these.
 */
export function withoutSettings(
  configuration: string,
  own: string,
): { readonly rest: string; readonly dropped: readonly string[] } {
  const known = new Set(settingsIn(own));
  const dropped = new Set<string>();
  const rest = configuration.split('\n').filter((line) => {
    const setting = settingIn(line);
    if (setting === undefined || !known.has(setting.toLowerCase())) return true;
    dropped.add(setting);
    return false;
  });
  return { rest: rest.join('\n'), dropped: [...dropped] };
}

function settingsIn(text: string): string[] {
  const settings: string[] = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    if (/^\s*<(?!\/|IfModule\b)/i.test(line)) depth += 1;
    else if (/^\s*<\/(?!IfModule\b)/i.test(line)) depth -= 1;
    const setting = settingIn(line);
    if (depth === 0 && setting !== undefined) settings.push(setting.toLowerCase());
  }
  return settings;
}
