import type { Finding, SuggestRequest, Suggestion } from '../../core';

/** Work on patterns that takes longer than a frame and runs none of them on a URL. */
export type AnalysisTask =
  | { readonly type: 'backtracking'; readonly pattern: string }
  | { readonly type: 'suggest'; readonly request: SuggestRequest };

export type AnalysisResult =
  | { readonly type: 'backtracking'; readonly findings: readonly Finding[] }
  | { readonly type: 'suggest'; readonly suggestion: Suggestion };

export interface AnalysisRequest {
  readonly id: number;
  readonly task: AnalysisTask;
}

export interface AnalysisReply {
  readonly id: number;
  readonly result: AnalysisResult;
}
