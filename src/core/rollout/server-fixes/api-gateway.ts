import type { CorsPolicy } from './fix-request';

/** An HTTP API answers preflights itself (204, before authorizers) and replaces the integration's own CORS headers. */
export function apiGatewayFix({ origin, methods, headers, credentialed, maxAge }: CorsPolicy): string {
  return `# AWS SAM, HTTP API; for the whole API
Resources:
  HttpApi:
    Type: AWS::Serverless::HttpApi
    Properties:
      CorsConfiguration:
        AllowOrigins:
          - ${quoted(origin)}
        AllowMethods: [${methods.map(quoted).join(', ')}]
        AllowHeaders: [${headers.map(quoted).join(', ')}]
${credentialed ? '        AllowCredentials: true\n' : ''}        MaxAge: ${maxAge}
`;
}

/** A YAML single-quoted scalar. */
function quoted(text: string): string {
  return `'${text.replace(/[\u0000-\u001f\u007f]/g, '').replaceAll("'", "''")}'`;
}
