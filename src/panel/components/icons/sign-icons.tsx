import { Icon } from './Icon';

export function WarningIcon() {
  return (
    <Icon>
      <path d="M8 2.6 14 13H2z" />
      <path d="M8 6.6v3M8 11.2v.1" />
    </Icon>
  );
}

export function ErrorIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" fill="currentcolor" stroke="none" />
      <path class="knockout" d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />
    </Icon>
  );
}

export function PassIcon() {
  return (
    <Icon>
      <path d="m3.4 8.4 3 3.1 6.2-6.8" />
    </Icon>
  );
}

export function FailIcon() {
  return (
    <Icon>
      <path d="m4.4 4.4 7.2 7.2m0-7.2-7.2 7.2" />
    </Icon>
  );
}

export function QuestionIcon() {
  return (
    <Icon>
      <path d="M5.9 5.9a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.3v.3M8 12.1v.1" />
    </Icon>
  );
}

export function NoteIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.4v3.7M8 5v.1" />
    </Icon>
  );
}

export function WrenchIcon() {
  return (
    <Icon>
      <path d="M10.9 2.7a3.4 3.4 0 0 0-3.6 4.7L2.9 11.8a.9.9 0 0 0 1.3 1.3l4.4-4.4a3.4 3.4 0 0 0 4.7-3.6L11.2 7.1 9.3 6.7 8.9 4.8z" />
    </Icon>
  );
}

export function PreflightIcon() {
  return (
    <Icon>
      <path d="M2.5 5.5h8.5M8.6 3l2.6 2.5-2.6 2.5M13.5 10.5H5M7.4 8l-2.6 2.5 2.6 2.5" />
    </Icon>
  );
}

export function AgentIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="2" />
      <path d="M4.3 11.7a5.2 5.2 0 0 1 0-7.4M11.7 4.3a5.2 5.2 0 0 1 0 7.4" />
    </Icon>
  );
}
