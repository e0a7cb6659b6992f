import { browserTracingIntegration, init } from '@sentry/browser';

init({
  dsn: `${location.protocol}//key@${location.host}/1`,
  integrations: [browserTracingIntegration()],
  tracesSampleRate: 1,
  tracePropagationTargets: [/./],
});
