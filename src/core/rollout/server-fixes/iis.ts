import type { CorsPolicy } from './fix-request';

/** The IIS CORS module answers preflights itself, before authentication, and sets Vary. */
export function iisFix(policy: CorsPolicy): string {
  const { origin, methods, headers, credentialed, maxAge, decodedPrefix } = policy;
  const folder = decodedPrefix.replace(/^\/|\/$/g, '');
  return `<!-- web.config of the site; needs the IIS CORS module -->
<configuration>
  <location path="${escaped(folder === '' ? '.' : folder)}">
    <system.webServer>
      <cors enabled="true" failUnlistedOrigins="true">
        <add origin="${escaped(origin)}" allowCredentials="${String(credentialed)}" maxAge="${maxAge}">
          <allowHeaders>
${headers.map((name) => `            <add header="${escaped(name)}" />`).join('\n')}
          </allowHeaders>
          <allowMethods>
${methods.map((name) => `            <add method="${escaped(name)}" />`).join('\n')}
          </allowMethods>
        </add>
      </cors>
    </system.webServer>
  </location>
</configuration>
`;
}

function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
