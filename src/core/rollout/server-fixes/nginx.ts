import type { CorsPolicy } from './fix-request';

/**
 * `add_header` is inherited only by levels that have none of their own, so the block that answers OPTIONS repeats it; an
 * empty value adds no header (ngx_http_headers_module).
 */
export function nginxFix(policy: CorsPolicy): string {
  const { origin, methods, headers, credentialed, maxAge, decodedPrefix, wholePath } = policy;
  const always = [
    'add_header Access-Control-Allow-Origin $cors_origin always;',
    ...(credentialed ? ['add_header Access-Control-Allow-Credentials $cors_credentials always;'] : []),
    'add_header Vary Origin always;',
  ];
  return `# http { … }
map $http_origin $cors_origin {
    default "";
    ${quoted(origin)} $http_origin;
}
${credentialed ? `map $cors_origin $cors_credentials {\n    default true;\n    "" "";\n}\n` : ''}
# server { … }
location ${wholePath ? '= ' : ''}${quoted(decodedPrefix)} {
    if ($request_method = OPTIONS) {
        ${always.join('\n        ')}
        add_header Access-Control-Allow-Methods "${methods.join(', ')}";
        add_header Access-Control-Allow-Headers "${headers.join(', ')}";
        add_header Access-Control-Max-Age ${maxAge};
        return 204;
    }
    ${always.join('\n    ')}
    # If the application sets these headers, too, hide its own: two values are as bad as none.
    # proxy_hide_header Access-Control-Allow-Origin;

    # … what this location did before (proxy_pass, …)
}
`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, '')}"`;
}
