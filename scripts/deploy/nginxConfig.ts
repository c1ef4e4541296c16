import { mediaTypes } from '#lib/media/mediaFile.ts'
import { EVERYONE, VIEWER_COOKIE } from '#lib/media/mediaLink.ts'

export type Site = {
  /** As people reach it: `https://videos.example`. */
  url: URL
  /** Where our own server listens. */
  upstream: string
  /** The folder of own videos, or null when they do not lie on this machine. */
  media: string | null
  /** `linkKey()` */
  key: string
  /** Whether this machine can listen on it. */
  hasIpv6: boolean
}

/**
 * What nginx has to do in front of the site, for its `http` block: pages and beacons handed on,
 * uploads as they come, and videos read from the disk by links it checks itself, the same as
 * `lib/media/mediaLink.ts` does.
 */
export function nginxConfig(site: Site): string {
  const name = site.url.hostname
  const isSecure = site.url.protocol === 'https:'
  const port = site.url.port || (isSecure ? '443' : '80')
  const listen = (port: string, more = '') =>
    ['', ...(site.hasIpv6 ? ['[::]:'] : [])].map((at) => `  listen ${at}${port}${more};`).join('\n')
  return `# Made by \`npm run deploy:nginx\`; made anew when the address, the data folder or the secret changes.
# It holds the key that signs links: nobody but root needs to read it.

upstream framewise {
  server ${site.upstream};
  keepalive 32;
}

# Whose session it is. Anything but what the site set is nobody's.
map $cookie_${VIEWER_COOKIE} $framewise_session {
  default "";
  "~^[A-Za-z0-9_-]{43}$" $cookie_${VIEWER_COOKIE};
}

# Links to public videos are signed for everyone.
map $uri $framewise_viewer {
  default $framewise_session;
  "~^/media/p/" ${EVERYONE};
}
${isSecure && port === '443' ? redirect(name, listen('80')) : ''}
server {
${listen(port, isSecure ? ' ssl http2' : '')}
  server_name ${name};
${isSecure ? certificate(name) : ''}
  proxy_http_version 1.1;
  proxy_set_header Host $http_host;
  proxy_set_header Connection "";
  # Written over, not added to: what a client says of itself counts nothing. TRUSTED_PROXIES=1.
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;

  location / {
    proxy_pass http://framewise;
  }

  # Files of many gigabytes, in pieces of 32 MB; kept nowhere on the way.
  location /api/uploads {
    proxy_pass http://framewise;
    proxy_request_buffering off;
    client_max_body_size 64m;
    client_body_timeout 300s;
    proxy_send_timeout 300s;
    proxy_read_timeout 300s;
  }
${site.media === null ? '' : videos(site.media, site.key)}}
`
}

const redirect = (name: string, listen: string) => `
server {
${listen}
  server_name ${name};
  location /.well-known/acme-challenge/ {
    root /var/www/html;
  }
  location / {
    return 301 https://$host$request_uri;
  }
}
`

const certificate = (name: string) => `
  ssl_certificate /etc/letsencrypt/live/${name}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${name}/privkey.pem;
  ssl_protocols TLSv1.2 TLSv1.3;
`

/** One file, or with `-` in the path a folder; nothing hidden, nothing of another kind. */
function videos(media: string, key: string): string {
  if (!/^\/[^"$\\\n]*$/.test(media)) throw new Error(`nginx cannot be told of the folder ${media}`)
  const kinds = Object.keys(mediaTypes).map((end) => end.slice(1))
  const others = kinds.filter((kind) => kind !== 'mp4').join('|')
  return `
  # Videos, by links that say until when they work and for which session.
${location('mp4', media, key, ['mp4;'])}
${location(others, media, key, [])}
`
}

const LINK =
  '/media/[sp]/(?<expires>\\d{10})/(?<signature>[A-Za-z0-9_-]{22})/(?<scope>.+?)(?:/-(?<rest>/.+))?$'

function location(kinds: string, media: string, key: string, more: string[]): string {
  const lines = [
    'secure_link $signature,$expires;',
    `secure_link_md5 "$expires $scope $framewise_viewer ${key}";`,
    'if ($secure_link != "1") { return 403; }',
    `alias "${media}/$scope$rest";`,
    `disable_symlinks on from="${media}";`,
    ...more,
    ...['sendfile on;', 'tcp_nopush on;', 'access_log off;'],
    ...['add_header Cache-Control "private, no-cache";'],
    ...['add_header X-Content-Type-Options nosniff;'],
    ...['add_header Cross-Origin-Resource-Policy same-origin;'],
    ...['charset utf-8;', 'charset_types text/vtt;', `types {${typesOf(kinds.split('|'))}}`],
  ]
  const open = `location ~* "^(?=.*\\.(?:${kinds})$)(?!.*/\\.)${LINK}" {`
  return `  ${open}\n${lines.map((line) => `    ${line}\n`).join('')}  }`
}

function typesOf(kinds: string[]): string {
  return kinds
    .map((kind) => ` ${mediaTypes[`.${kind}`]?.split(';')[0]} ${kind};`)
    .concat(' ')
    .join('')
}
