import { useSignal } from '@preact/signals';
import type { DraftStore, PatternStore } from '../../store/pattern/types';
import { PencilIcon, PlusIcon, RedoIcon, TrashIcon, UndoIcon } from '../icons/control-icons';

/** Value of the choice that stands for what is deployed; no draft is called so, as names are not empty. */
const deployedChoice = '';

/** Switches between what is deployed and the drafts. */
export function DraftChoice({ pattern }: { pattern: PatternStore }) {
  const { names, active, choose } = pattern.drafts;
  return (
    <select
      class="pattern-choice"
      aria-label="Pattern shown"
      title="Switch between the deployed pattern and drafts; nothing is lost"
      data-draft={active.value !== null}
      value={active.value ?? deployedChoice}
      onChange={({ currentTarget }) =>
        choose(currentTarget.value === deployedChoice ? null : currentTarget.value)
      }
    >
      <option value={deployedChoice}>
        {pattern.deployed.value === null ? 'Deployed: none' : 'Deployed'}
      </option>
      {names.value.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** What can be done with drafts: back and forth in the history, another one, another name, away with it. */
export function DraftBar({ pattern }: { pattern: PatternStore }) {
  const { drafts } = pattern;
  const renaming = useSignal(false);
  const hasDraft = drafts.active.value !== null;
  if (renaming.value && hasDraft) return <DraftName drafts={drafts} onEnd={() => (renaming.value = false)} />;
  return (
    <div class="draft-bar" role="group" aria-label="Draft">
      <IconAction
        label="Undo"
        keys="Ctrl/⌘ Z"
        off={!drafts.canUndo.value}
        act={drafts.undo}
        icon={<UndoIcon />}
      />
      <IconAction
        label="Redo"
        keys="Ctrl/⌘ Shift Z"
        off={!drafts.canRedo.value}
        act={drafts.redo}
        icon={<RedoIcon />}
      />
      <IconAction
        label="New draft from this"
        act={() => drafts.add(pattern.text.peek())}
        icon={<PlusIcon />}
      />
      <IconAction
        label="Rename the draft"
        off={!hasDraft}
        act={() => (renaming.value = true)}
        icon={<PencilIcon />}
      />
      <IconAction label="Delete the draft" off={!hasDraft} act={drafts.remove} icon={<TrashIcon />} />
      <button
        type="button"
        class="text-button"
        disabled={!hasDraft || !pattern.isDraft.value}
        title="Make the draft equal to what is deployed; Undo brings it back"
        onClick={pattern.revert}
      >
        Revert
      </button>
    </div>
  );
}

interface IconActionProps {
  readonly label: string;
  readonly keys?: string;
  readonly off?: boolean;
  readonly icon: preact.JSX.Element;
  act(): void;
}

function IconAction({ label, keys, off = false, icon, act }: IconActionProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={off}
      onClick={act}
    >
      {icon}
    </button>
  );
}

function DraftName({ drafts, onEnd }: { drafts: DraftStore; onEnd(): void }) {
  const name = useSignal(drafts.active.peek() ?? '');
  return (
    <form
      class="draft-bar"
      onSubmit={(event) => {
        event.preventDefault();
        drafts.rename(name.value);
        onEnd();
      }}
    >
      <input
        class="field"
        aria-label="Name of the draft"
        maxLength={80}
        ref={(input) => input?.focus()}
        value={name.value}
        onInput={({ currentTarget }) => (name.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onEnd();
        }}
      />
      <button type="submit" class="text-button">
        Rename
      </button>
    </form>
  );
}
