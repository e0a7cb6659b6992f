import { writeFileSync } from 'node:fs';
import { verdictsPage } from './verdicts-page';

writeFileSync(new URL('../docs/verdicts.md', import.meta.url), verdictsPage());
