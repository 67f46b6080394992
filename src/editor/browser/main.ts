/** Starts the editor. */
import {
  init,
  registerCustomFormat,
  registerEventListener,
  registerPreviewTemplate,
} from '@sveltia/cms';
import { mergeBeforeSave } from './before-save.ts';
import { registerControls } from './controls.ts';
import { registerFormats } from './format.ts';
import { openBeside, withHelp } from './help.ts';
import { KnownTexts } from './known-texts.ts';
import { withToday } from './new-entry.ts';
import { followRichText } from './rich-text-events.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { formats, help, ...config } = await answer.json();
const helpFolder = new URL('help/', import.meta.url).pathname;

registerFormats({ registerCustomFormat }, formats);
const { name: backend, repo, api_root: api } = config.backend;
// A pull request is a text of its own, which the host merges.
const isReviewed = config.publish_mode === 'editorial_workflow';
const known = isReviewed ? undefined : new KnownTexts(backend, repo);
mergeBeforeSave({ registerEventListener }, formats, config.collections, known);
registerControls();
followRichText();
openBeside(helpFolder);
if (api.startsWith(`${location.origin}/.perennial/`)) {
  const { registerPreview, renewToken, confirmChanges } = await import('./local.ts');
  registerPreview({ registerPreviewTemplate }, api, formats);
  renewToken(api);
  confirmChanges(api);
}
const collections = withHelp(withToday(config.collections), help, helpFolder);
await init({ config: { ...config, collections, load_config_file: false } });
