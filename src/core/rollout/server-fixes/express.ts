import type { CorsPolicy } from './fix-request';

/** The middleware `cors`: with a list of origins it answers the one that asked, and sets Vary itself. */
export function expressFix(policy: CorsPolicy): string {
  const { origin, methods, headers, credentialed, maxAge, pathPrefix } = policy;
  return `import cors from 'cors';

// Before authentication and routes, so that OPTIONS is answered with 204.
app.use(
  ${literal(mountPath(pathPrefix))},
  cors({
    origin: [${literal(origin)}],
    methods: [${methods.map(literal).join(', ')}],
    allowedHeaders: [${headers.map(literal).join(', ')}],
${credentialed ? '    credentials: true,\n' : ''}    maxAge: ${maxAge},
  }),
);
`;
}

/** Express mounts at a path and all below it. Some characters make a pattern of it: the path ends before those. */
function mountPath(prefix: string): string {
  const plain = /^[^:*()[\]{}?+!\\]*/.exec(prefix)?.[0] ?? '';
  const whole = plain.length === prefix.length ? plain : plain.slice(0, plain.lastIndexOf('/'));
  return whole.replace(/\/$/, '') || '/';
}

function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
