import { nginxHost } from '../../src/hosts/nginx.ts';
import { describeWebServer } from '../support/web-server-tests.ts';

describeWebServer('nginx', nginxHost, {
  ignoresCase: true,
  dropsQuery: true,
  decodesSlashes: true,
});
