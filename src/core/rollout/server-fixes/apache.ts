import type { CorsPolicy } from './fix-request';

/** mod_headers, mod_setenvif, mod_rewrite; `always` so that error answers and the 204 carry the headers as well. */
export function apacheFix(policy: CorsPolicy): string {
  const { origin, methods, headers, credentialed, maxAge, decodedPrefix, wholePath } = policy;
  const path = `^${regexText(decodedPrefix)}${wholePath ? '$' : ''}`;
  return `# <VirtualHost …>; a2enmod headers setenvif rewrite
SetEnvIf Origin "^${regexText(origin)}$" CORS_ALLOWED

<LocationMatch "${path}">
    # The application's own value goes: two values are as bad as none.
    Header onsuccess unset Access-Control-Allow-Origin
    Header always set Access-Control-Allow-Origin "${origin}" env=CORS_ALLOWED
${credentialed ? '    Header onsuccess unset Access-Control-Allow-Credentials\n    Header always set Access-Control-Allow-Credentials "true" env=CORS_ALLOWED\n' : ''}    Header always merge Vary Origin
    <If "%{REQUEST_METHOD} == 'OPTIONS'">
        Header always set Access-Control-Allow-Methods "${methods.join(', ')}" env=CORS_ALLOWED
        Header always set Access-Control-Allow-Headers "${headers.join(', ')}" env=CORS_ALLOWED
        Header always set Access-Control-Max-Age "${maxAge}" env=CORS_ALLOWED
    </If>
</LocationMatch>

# Preflights are answered here, before authentication and the application.
RewriteEngine On
RewriteCond %{REQUEST_METHOD} =OPTIONS
RewriteCond %{HTTP:Access-Control-Request-Method} !=""
RewriteRule "${path}" - [R=204,L]
`;
}

/** A literal text within a quoted regular expression of Apache's configuration. */
function regexText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f"]/g, '')
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replaceAll('%', '\\x25');
}
