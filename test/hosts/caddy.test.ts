import { caddyHost } from '../../src/hosts/caddy.ts';
import { describeWebServer } from '../support/web-server-tests.ts';

describeWebServer('caddy', caddyHost, {
  ignoresCase: true,
  dropsQuery: true,
  decodesSlashes: true,
});
