/** Runs `task` once after `delay` milliseconds unless it is cancelled; a parameter, so that tests own the time. */
export type Timer = (task: () => void, delay: number) => () => void;

export const browserTimer: Timer = (task, delay) => {
  const id = setTimeout(task, delay);
  return () => clearTimeout(id);
};
