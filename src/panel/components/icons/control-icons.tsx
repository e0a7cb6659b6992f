import { Icon } from './Icon';

export function RecordIcon({ on }: { on: boolean }) {
  return (
    <Icon className={on ? 'record-on' : ''}>
      {on ? (
        <>
          <circle cx="8" cy="8" r="5.6" />
          <rect x="5.8" y="5.8" width="4.4" height="4.4" rx="0.6" fill="currentcolor" stroke="none" />
        </>
      ) : (
        <>
          <circle cx="8" cy="8" r="5.6" />
          <circle cx="8" cy="8" r="2.9" fill="currentcolor" stroke="none" />
        </>
      )}
    </Icon>
  );
}

export function ClearIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.6" />
      <path d="m4.1 4.1 7.8 7.8" />
    </Icon>
  );
}

export function FunnelIcon() {
  return (
    <Icon>
      <path d="M2.8 3.5h10.4L9.3 8.4v4.1l-2.6-1.2V8.4z" />
    </Icon>
  );
}

export function ColumnsIcon() {
  return (
    <Icon>
      <rect x="2.5" y="3" width="11" height="10" rx="1.2" />
      <path d="M6.2 3v10M9.8 3v10" />
    </Icon>
  );
}

export function HelpIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M6.4 6.5a1.6 1.6 0 1 1 2.3 1.4c-.5.2-.7.5-.7 1v.2M8 11.1v.1" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4.2 4.2 7.6 7.6m0-7.6-7.6 7.6" />
    </Icon>
  );
}

export function ChevronIcon({ open }: { open: boolean }) {
  return (
    <Icon className="chevron">
      {open ? <path d="m4.5 6.2 3.5 3.6 3.5-3.6" /> : <path d="m6.2 4.5 3.6 3.5-3.6 3.5" />}
    </Icon>
  );
}

export function CopyIcon() {
  return (
    <Icon>
      <rect x="5.5" y="5.5" width="7.5" height="8" rx="1" />
      <path d="M10.5 5.5v-2a1 1 0 0 0-1-1H4a1 1 0 0 0-1 1V10a1 1 0 0 0 1 1h1.5" />
    </Icon>
  );
}

export function ReloadIcon() {
  return (
    <Icon>
      <path d="M12.9 6.4A5.2 5.2 0 1 0 13.2 8M13.2 3v3.5H9.7" />
    </Icon>
  );
}

export function SortIcon({ direction }: { direction: 'ascending' | 'descending' }) {
  return (
    <Icon className="sort-icon">
      {direction === 'ascending' ? (
        <path d="M4.8 9.6 8 6.2l3.2 3.4z" fill="currentcolor" />
      ) : (
        <path d="M4.8 6.4 8 9.8l3.2-3.4z" fill="currentcolor" />
      )}
    </Icon>
  );
}

export function UndoIcon() {
  return (
    <Icon>
      <path d="M5.6 3.2 2.8 6l2.8 2.8M3 6h6.2a3.6 3.6 0 0 1 0 7.2H6" />
    </Icon>
  );
}

export function RedoIcon() {
  return (
    <Icon>
      <path d="M10.4 3.2 13.2 6l-2.8 2.8M13 6H6.8a3.6 3.6 0 0 0 0 7.2H10" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M8 3v10M3 8h10" />
    </Icon>
  );
}

export function TrashIcon() {
  return (
    <Icon>
      <path d="M3 4.5h10M6.3 4.3V2.8h3.4v1.5M4.4 4.6l.6 8.6h6l.6-8.6" />
    </Icon>
  );
}

export function PencilIcon() {
  return (
    <Icon>
      <path d="m3 13 .7-2.9 7-7 2.2 2.2-7 7zM9.4 4.4l2.2 2.2" />
    </Icon>
  );
}

export function WandIcon() {
  return (
    <Icon>
      <path d="m3 13 6.6-6.6M11 2.4v2.4M9.8 3.6h2.4M13.2 7.2v2M12.2 8.2h2M6.2 2.8v1.6M5.4 3.6H7" />
    </Icon>
  );
}
