import { routes, type EndpointChange, type ReportComparison } from '../../../core';
import { OutcomeLabel } from '../outcome/OutcomeLabel';
import { routeTitles } from '../outcome/outcome-words';

/** The endpoints whose outcomes differ, route by route. */
export function ComparisonTable({ comparison }: { comparison: ReportComparison }) {
  if (comparison.endpoints.length === 0) return null;
  return (
    <div class="comparison-scroll" tabIndex={0} role="region" aria-label="Endpoints that differ">
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col">Route</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {comparison.endpoints.map((endpoint) => (
            <EndpointRows
              key={`${endpoint.kind} ${endpoint.method} ${endpoint.origin}${endpoint.path}`}
              endpoint={endpoint}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EndpointRows({ endpoint }: { endpoint: EndpointChange }) {
  const { method, origin, path, kind, changes, outcomes } = endpoint;
  const name = `${method} ${origin}${path}`;
  const lines =
    kind === 'changed'
      ? changes
      : routes.map((route) => ({
          route,
          before: kind === 'disappeared' ? (outcomes?.[route] ?? null) : null,
          after: kind === 'appeared' ? (outcomes?.[route] ?? null) : null,
        }));
  return (
    <>
      {lines.map(({ route, before, after }, index) => (
        <tr key={route}>
          {index === 0 && (
            <th scope="row" rowSpan={lines.length}>
              {name}
            </th>
          )}
          <td>{routeTitles[route]}</td>
          <td>{before === null ? 'not there' : <OutcomeLabel outcome={before} />}</td>
          <td>{after === null ? 'gone' : <OutcomeLabel outcome={after} />}</td>
        </tr>
      ))}
    </>
  );
}
