import type { ComponentChildren } from 'preact';

/** Frame of all icons: 16 by 16, drawn with the text's colour; the word beside it carries the meaning. */
export function Icon({ children, className = '' }: { children: ComponentChildren; className?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
