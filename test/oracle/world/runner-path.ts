/** Path of the document that makes calls, on every host. */
export const runnerPath = '/runner';
/** Path of the page that sets the jar's cookies. */
export const jarPath = '/jar';
