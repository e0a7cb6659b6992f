import { hookLimits } from '../protocol/hook-limits';
import { ownValue } from './natives';

/**
 * A name and its value as a script gave them, and the next one. Objects stay what they are: to make texts of them their own code
 * would have to run.
 */
export interface Member {
  readonly name: unknown;
  readonly value: unknown;
  readonly next: Member | null;
}

/** What the object's properties of these names hold now; accessors nothing. Unless told otherwise, its own ones. */
export function membersOf(object: object, names: readonly string[], read = ownValue): Member | null {
  let members: Member | null = null;
  for (let index = names.length - 1; index >= 0; index--) {
    if (index >= hookLimits.headers) continue;
    const name = names[index] as string;
    members = { name, value: read(object, name), next: members };
  }
  return members;
}

export function reversed(members: Member | null): Member | null {
  let others: Member | null = null;
  for (let member = members; member !== null; member = member.next) {
    others = { name: member.name, value: member.value, next: others };
  }
  return others;
}
