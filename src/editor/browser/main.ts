/** Starts the editor. */
import { init, registerCustomFormat } from '@sveltia/cms';
import { registerControls } from './controls.ts';
import { registerFormats } from './format.ts';
import { withToday } from './new-entry.ts';
import { registerPreview } from './preview.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { formats, ...config } = await answer.json();

registerFormats({ registerCustomFormat }, formats);
registerControls();
registerPreview();
await init({
  config: { ...config, collections: withToday(config.collections), load_config_file: false },
});
