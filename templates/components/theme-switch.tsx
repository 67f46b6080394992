/** Switch between light, dark and system theme, which `theme.js` adds. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';
import { ForScript } from './for-script.tsx';

export function ThemeSwitch({ words }: { words: Words['theme'] }): VNode {
  return (
    <div class="theme">
      <ForScript name="theme">
        <label>
          <span class="sr-only">{words.title}</span>
          <select autocomplete="off">
            <option value="">{words.system}</option>
            <option value="light">{words.light}</option>
            <option value="dark">{words.dark}</option>
          </select>
        </label>
      </ForScript>
    </div>
  );
}
