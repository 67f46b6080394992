/** Starts the editor. */
import { init, registerCustomFormat } from '@sveltia/cms';
import { registerControls } from './controls.ts';
import { registerFormats } from './format.ts';
import { openBeside, withHelp } from './help.ts';
import { withToday } from './new-entry.ts';
import { registerPreview } from './preview.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { formats, help, ...config } = await answer.json();
const helpFolder = new URL('help/', import.meta.url).pathname;

registerFormats({ registerCustomFormat }, formats);
registerControls();
registerPreview();
openBeside(helpFolder);
const collections = withHelp(withToday(config.collections), help, helpFolder);
await init({ config: { ...config, collections, load_config_file: false } });
