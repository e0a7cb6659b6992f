import type { Step } from '../../../core';
import { FailIcon, NoteIcon, PassIcon, QuestionIcon } from '../icons/sign-icons';
import { EvidenceView } from './EvidenceView';

const signs = { pass: PassIcon, fail: FailIcon, unknown: QuestionIcon, note: NoteIcon } as const;

/** One rule with its result as sign and word, and what it looked at. */
export function StepItem({ step }: { step: Step }) {
  const Sign = signs[step.result];
  return (
    <li class="step" data-result={step.result}>
      <span class="step-result">
        <Sign />
        {step.result}
      </span>
      <div class="step-body">
        <span class="step-rule">{step.rule}</span>
        {step.evidence !== undefined && <EvidenceView evidence={step.evidence} />}
      </div>
    </li>
  );
}
