import { Icon } from './Icon';

/** Not equal. */
export function EnginesIcon() {
  return (
    <Icon>
      <path d="M3 6h10M3 10h10M10.5 2.8l-5 10.4" />
    </Icon>
  );
}
