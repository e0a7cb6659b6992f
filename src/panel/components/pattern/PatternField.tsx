import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PatternStore } from '../../store/types';
import { fieldAction, findingAfter } from './field-keys';
import { PatternLayer } from './PatternLayer';
import { patternPieces } from './pattern-pieces';
import './pattern.css';

/** A finding that is pointed at, by mouse or key. */
interface Pointed {
  readonly finding: number;
  /** The mouse takes back only what it has shown. */
  readonly by: 'mouse' | 'key';
  /** px from the left edge of the field */
  readonly x: number;
}

/**
 * The pattern as one edits it: a transparent text field over its coloured copy. What lint found stands under the letters, tells
 * itself under the mouse, and by F8 (with Shift: backwards) or Alt with arrows from the keyboard.
 */
export function PatternField({ pattern }: { pattern: PatternStore }) {
  const pointed = useSignal<Pointed | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const text = pattern.text.value;
  const findings = pattern.findings.value;
  const pieces = patternPieces(text, findings);
  const shown = pointed.value === null ? undefined : findings[pointed.value.finding];

  function pieceX(finding: number): number {
    const index = pieces.findIndex((piece) => piece.findings.includes(finding));
    const box = layer.current?.children[index]?.getBoundingClientRect();
    return box === undefined ? 0 : box.left - (layer.current?.getBoundingClientRect().left ?? 0);
  }

  function show(finding: number) {
    const found = findings[finding];
    if (found === undefined) return;
    field.current?.setSelectionRange(found.start, found.end);
    pointed.value = { finding, by: 'key', x: pieceX(finding) };
  }

  function onPointerLeave() {
    if (pointed.peek()?.by === 'mouse') pointed.value = null;
  }

  function onPointerMove({ clientX, clientY }: PointerEvent) {
    const index = [...(layer.current?.children ?? [])].findIndex((piece) =>
      [...piece.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX < right && top <= clientY && clientY < bottom,
      ),
    );
    const finding = pieces[index]?.findings[0];
    if (finding === undefined) onPointerLeave();
    else if (finding !== pointed.peek()?.finding)
      pointed.value = { finding, by: 'mouse', x: pieceX(finding) };
  }

  function onKeyDown(event: KeyboardEvent) {
    const action = fieldAction(event);
    if (action === null) return;
    if (action === 'leave') {
      if (pointed.peek() !== null) pointed.value = null;
      else if (pattern.drafts.active.peek() !== null) pattern.drafts.choose(null);
      else return;
    } else if (action === 'undo') pattern.drafts.undo();
    else if (action === 'redo') pattern.drafts.redo();
    else if (action === 'next' || action === 'previous') {
      const caret = field.current?.selectionStart ?? 0;
      const next = findingAfter(findings, pointed.peek()?.finding ?? null, caret, action);
      if (next !== null) show(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="pattern-field" data-invalid={pattern.error.value !== null}>
      <PatternLayer pieces={pieces} layer={layer} />
      <textarea
        ref={field}
        id="pattern-text"
        class="pattern-text"
        rows={1}
        spellcheck={false}
        autocomplete="off"
        placeholder={pattern.deployed.value === null ? 'none is set: type one to try it' : ''}
        aria-invalid={pattern.error.value !== null}
        aria-describedby="pattern-tip"
        aria-keyshortcuts="F8"
        value={text}
        onInput={({ currentTarget }) => {
          pointed.value = null;
          pattern.edit(currentTarget.value.replaceAll(/[\r\n]+/g, ''));
        }}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={onPointerLeave}
        onBlur={() => (pointed.value = null)}
      />
      <p
        id="pattern-tip"
        class="pattern-tip"
        role="status"
        data-severity={shown?.severity}
        hidden={shown === undefined}
        style={{ '--tip-x': `${pointed.value?.x ?? 0}px` }}
      >
        {shown?.message}
      </p>
    </div>
  );
}
