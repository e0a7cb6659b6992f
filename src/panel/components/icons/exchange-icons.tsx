import { Icon } from './Icon';

export function ImportIcon() {
  return (
    <Icon>
      <path d="M8 2v7.5M5 6.8l3 3 3-3M2.5 11v2.5h11V11" />
    </Icon>
  );
}

export function ExportIcon() {
  return (
    <Icon>
      <path d="M8 9.8V2.3M5 5l3-3 3 3M2.5 11v2.5h11V11" />
    </Icon>
  );
}

export function CameraIcon() {
  return (
    <Icon>
      <path d="M2 4.8h2.8l1.2-1.6h4l1.2 1.6H14v8H2z" />
      <circle cx="8" cy="8.6" r="2.3" />
    </Icon>
  );
}

export function CompareIcon() {
  return (
    <Icon>
      <path d="M2.5 5h9M9 2.5 11.5 5 9 7.5M13.5 11h-9M7 8.5 4.5 11 7 13.5" />
    </Icon>
  );
}
