import type { Outcome } from '../../../core';
import { Icon } from './Icon';

function LinksIcon() {
  return (
    <Icon>
      <path d="M6.7 9.3 9.3 6.7M7.4 4.9l1.3-1.3a2.6 2.6 0 0 1 3.7 3.7l-1.3 1.3M8.6 11.1l-1.3 1.3a2.6 2.6 0 0 1-3.7-3.7l1.3-1.3" />
    </Icon>
  );
}

function BreaksIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="6.2" fill="currentcolor" stroke="none" />
      <path class="knockout" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />
    </Icon>
  );
}

function UnlinkedIcon() {
  return (
    <Icon>
      <path d="m9 4.8 1.2-1.2a2.4 2.4 0 0 1 3.4 3.4l-1.2 1.2M7 11.2l-1.2 1.2A2.4 2.4 0 0 1 2.4 9l1.2-1.2" />
    </Icon>
  );
}

function CannotIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <path d="m4.2 4.2 7.6 7.6" />
    </Icon>
  );
}

function UnknownIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" stroke-dasharray="2.2 1.6" />
      <path d="M6.6 6.5a1.5 1.5 0 1 1 2 1.4c-.4.2-.6.5-.6.9v.1M8 10.9v.1" />
    </Icon>
  );
}

const icons = {
  links: LinksIcon,
  breaks: BreaksIcon,
  unlinked: UnlinkedIcon,
  cannot: CannotIcon,
  unknown: UnknownIcon,
} as const satisfies Record<Outcome, () => unknown>;

/** Every outcome has its own shape, so that it can be told without colour. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  const Drawing = icons[outcome];
  return <Drawing />;
}
