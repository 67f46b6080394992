/** Chooses between day, night and what the system says; hidden until `theme.js` finds it. */
import type { VNode } from 'preact';

export function ThemeSwitch(): VNode {
  return (
    <label class="theme" hidden>
      <span class="sr-only">Theme</span>
      <select autocomplete="off">
        <option value="">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}
