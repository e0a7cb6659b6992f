import { createContext } from 'preact';
import type { EnginesStore } from '../../store/engines/types';

/** For what rows and details show of other browsers: they follow its signals by themselves. `null`: nothing is shown. */
export const EngineContext = createContext<EnginesStore | null>(null);
