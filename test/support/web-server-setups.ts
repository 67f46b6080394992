/** Configurations of Debian's web servers, as an administrator would write them. */

export type ServerName = 'nginx' | 'apache' | 'htaccess' | 'caddy';

/** Configuration files by server. */
export const SERVERS: Readonly<Record<ServerName, Setup>> = {
  nginx: {
    program: 'nginx',
    args: (file) => ['-e', 'stderr', '-g', 'daemon off;', '-c', file],
    configuration: ({ root, published, port, work }) => `
      ${isRoot() ? 'user root;' : ''}
      worker_processes 1;
      pid ${work}/pid;
      events {}
      http {
        include /etc/nginx/mime.types;
        include ${published}/_hosts/nginx/http.conf;
        access_log off;
        log_not_found off;
        ${nginxPaths(work)}
        server {
          listen 127.0.0.1:${port};
          root ${root};
          include ${published}/_hosts/nginx/server.conf;
        }
      }`,
  },
  apache: {
    program: 'apache2',
    args: apacheArgs,
    configuration: (place) => `${apacheBasis(place)}
      Define PERENNIAL_ROOT ${place.published}
      Include ${place.published}/_hosts/apache/site.conf`,
  },
  htaccess: {
    program: 'apache2',
    args: apacheArgs,
    configuration: (place) => `${apacheBasis(place)}
      <Directory ${place.root}>
        AllowOverride FileInfo Indexes Options=Indexes,MultiViews
        Require all granted
      </Directory>`,
  },
  caddy: {
    program: 'caddy',
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    // Caddy warns about other white space.
    configuration: ({ root, published, port, work }) => `{
\tadmin unix/${work}/admin
\tlog {
\t\tlevel WARN
\t}
}

http://127.0.0.1:${port} {
\troot * ${root}
\timport ${published}/_hosts/caddy/site.caddy
}
`,
  },
};

/** How to start a server. */
export interface Setup {
  readonly program: string;
  readonly args: (file: string) => readonly string[];
  readonly configuration: (place: Place) => string;
}

/** Paths and port of a server. */
export interface Place {
  /** What the server serves. */
  readonly root: string;
  readonly published: string;
  readonly port: number;
  /** An empty folder for what the server writes. */
  readonly work: string;
}

const MODULES = [
  'mpm_event',
  'authz_core',
  'mime',
  'dir',
  'alias',
  'autoindex',
  'negotiation',
  'headers',
  'rewrite',
];

function apacheBasis({ root, port, work }: Place): string {
  return `
    ServerRoot ${work}
    ServerName 127.0.0.1:${port}
    Listen 127.0.0.1:${port}
    PidFile ${work}/pid
    DefaultRuntimeDir ${work}
    ErrorLog ${work}/log
    LogLevel warn
    ${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    ${isRoot() ? 'User www-data\nGroup www-data' : ''}
    TypesConfig /etc/mime.types
    <Directory />
      AllowOverride None
      Require all denied
    </Directory>
    DocumentRoot ${root}`;
}

/** Where nginx keeps what it receives, for `http`. */
export function nginxPaths(work: string): string {
  return ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${work}/${kind};`)
    .join('\n');
}

function apacheArgs(file: string): string[] {
  return ['-D', 'FOREGROUND', '-f', file];
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
