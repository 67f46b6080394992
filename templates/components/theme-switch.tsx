/** Switch between light, dark and system theme; hidden until `theme.js` runs. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

export function ThemeSwitch({ words }: { words: Words['theme'] }): VNode {
  return (
    <label class="theme" hidden>
      <span class="sr-only">{words.title}</span>
      <select autocomplete="off">
        <option value="">{words.system}</option>
        <option value="light">{words.light}</option>
        <option value="dark">{words.dark}</option>
      </select>
    </label>
  );
}
