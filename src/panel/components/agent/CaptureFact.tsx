import { FailIcon, PassIcon, QuestionIcon } from '../icons/sign-icons';

/** Whether the agent captures a kind of call, behind the word “captures”: sign and words. */
export function CaptureFact({ name, captured }: { name: string; captured: boolean | null }) {
  if (captured === null) {
    return (
      <span class="capture" data-captured="unknown">
        <QuestionIcon />
        perhaps {name}
      </span>
    );
  }
  return (
    <span class="capture" data-captured={captured}>
      {captured ? <PassIcon /> : <FailIcon />}
      {captured ? name : `not ${name}`}
    </span>
  );
}
