import { Icon } from './Icon';

/** Site access. */
export function ShieldIcon() {
  return (
    <Icon>
      <path d="M8 2.2 3.2 4v3.6c0 2.9 2 5 4.8 6.2 2.8-1.2 4.8-3.3 4.8-6.2V4z" />
    </Icon>
  );
}

/** A question to a server. */
export function ProbeIcon() {
  return (
    <Icon>
      <path d="M2 8h6M5.6 5.4 8.2 8l-2.6 2.6" />
      <path d="M10.6 3v10M13.4 5v6" />
    </Icon>
  );
}

/** A trial on the live page. */
export function FlaskIcon() {
  return (
    <Icon>
      <path d="M5.8 2.4h4.4M6.6 2.4v4L3.2 12.2a1 1 0 0 0 .9 1.5h7.8a1 1 0 0 0 .9-1.5L9.4 6.4v-4" />
      <path d="M4.9 9.8h6.2" />
    </Icon>
  );
}

/** Before and after side by side. */
export function CompareIcon() {
  return (
    <Icon>
      <path d="M2.6 3.4h4v9.2h-4zM9.4 3.4h4v9.2h-4z" />
      <path d="M4.6 6.2v.1M4.6 8.8v.1M11.4 6.2v.1M11.4 8.8v.1" />
    </Icon>
  );
}

export function StopIcon() {
  return (
    <Icon>
      <rect x="4.2" y="4.2" width="7.6" height="7.6" rx="1" fill="currentcolor" stroke="none" />
    </Icon>
  );
}
