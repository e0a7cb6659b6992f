import { createContext } from 'preact';
import type { PatternStore } from '../../store/types';

/** For what rows show of the pattern: they follow its signals by themselves. `null`: nothing is shown. */
export const PatternContext = createContext<PatternStore | null>(null);
