/** Starts the editor. */
import {
  init,
  registerCustomFormat,
  registerEventListener,
  registerPreviewTemplate,
} from '@sveltia/cms';
import { registerControls } from './controls.ts';
import { registerFormats } from './format.ts';
import { openBeside, withHelp } from './help.ts';
import { keepSources } from './keep-sources.ts';
import { withToday } from './new-entry.ts';
import { followRichText } from './rich-text-events.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { formats, help, ...config } = await answer.json();
const helpFolder = new URL('help/', import.meta.url).pathname;

registerFormats({ registerCustomFormat }, formats);
keepSources({ registerEventListener }, formats, config.collections);
registerControls();
followRichText();
openBeside(helpFolder);
const { api_root: api } = config.backend;
if (api.startsWith(`${location.origin}/.perennial/`)) {
  const { registerPreview, renewToken, confirmChanges } = await import('./local.ts');
  registerPreview({ registerPreviewTemplate }, api, formats);
  renewToken(api);
  confirmChanges(api);
}
const collections = withHelp(withToday(config.collections), help, helpFolder);
await init({ config: { ...config, collections, load_config_file: false } });
