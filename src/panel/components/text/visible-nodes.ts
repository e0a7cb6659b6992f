import { Fragment, options, type ComponentChildren, type VNode } from 'preact';
import { visibleLines } from '../../../core';

/** Attributes that are read to the user. */
const readAloud = ['title', 'aria-label', 'placeholder'];

/**
 * Whatever text the panel shows, anybody may have written: control characters, characters that reorder what is seen and those
 * that are not seen are shown as their code, everywhere, so that no component has to think of it. What fields hold and `data-*`
 * attributes stay as they are.
 */
const before = options.vnode;
options.vnode = (vnode) => {
  before?.(vnode);
  if (typeof vnode.type === 'string' || vnode.type === Fragment) makeVisible(vnode.props);
};

function makeVisible(props: VNode<Record<string, unknown>>['props']): void {
  const { children } = props;
  const shown = visible(children);
  if (shown !== children) props.children = shown;
  for (const name of readAloud) {
    const text = props[name];
    if (typeof text === 'string') props[name] = visibleLines(text);
  }
}

/** The same children where nothing was to do: a list may belong to somebody. */
function visible(children: ComponentChildren): ComponentChildren {
  if (typeof children === 'string') return visibleLines(children);
  if (!Array.isArray(children)) return children;
  const shown = children.map(visible);
  return shown.some((child, index) => child !== children[index]) ? shown : children;
}
