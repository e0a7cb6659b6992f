import { init } from '@elastic/apm-rum';

init({ serviceName: 'page', serverUrl: `${location.origin}/intake`, centralConfig: false });
