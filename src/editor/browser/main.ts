/** Starts the editor. */
import { init } from '@sveltia/cms';
import { registerControls } from './controls.ts';
import { registerFormat } from './format.ts';
import { registerPreview } from './preview.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { formats, ...config } = await answer.json();

registerFormat(formats);
registerControls();
registerPreview();
await init({ config: { ...config, load_config_file: false } });
