import type { CorsPolicy } from './fix-request';

/** Spring compares origins exactly with `allowedOrigins`, answers the one that asked, and sets Vary itself. */
export function springFix(policy: CorsPolicy): string {
  const { origin, methods, headers, credentialed, maxAge, decodedPrefix } = policy;
  return `@Bean
CorsConfigurationSource corsConfigurationSource() {
    var policy = new CorsConfiguration();
    policy.setAllowedOrigins(List.of(${literal(origin)}));
    policy.setAllowedMethods(List.of(${methods.map(literal).join(', ')}));
    policy.setAllowedHeaders(List.of(${headers.map(literal).join(', ')}));
${credentialed ? '    policy.setAllowCredentials(true);\n' : ''}    policy.setMaxAge(${maxAge}L);
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration(${literal(pattern(decodedPrefix))}, policy);
    return source;
}

// Spring Security answers preflights before authentication once it knows of the bean:
// http.cors(Customizer.withDefaults());
`;
}

/** A path pattern that covers the endpoint; `?*{}` would be read as one, so the path ends before those. */
function pattern(prefix: string): string {
  const plain = /^[^?*{}]*/.exec(prefix)?.[0] ?? '';
  const folder = plain.length === prefix.length ? plain : plain.slice(0, plain.lastIndexOf('/') + 1);
  return `${folder.replace(/\/$/, '')}/**`;
}

function literal(text: string): string {
  return JSON.stringify(text);
}
