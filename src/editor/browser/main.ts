/** Starts the editor. */
import { init } from '@sveltia/cms';
import { registerFormat } from './format.ts';
import { registerPreview } from './preview.ts';

const answer = await fetch(new URL('config.json', import.meta.url));
const { shapes, ...config } = await answer.json();

registerFormat(shapes);
registerPreview();
await init({ config: { ...config, load_config_file: false } });
