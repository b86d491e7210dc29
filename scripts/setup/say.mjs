/** One line of progress for the person at the terminal. */
export function say(text) {
  process.stdout.write(`  ${text}\n`);
}

/** A failure whose message tells what happened, what is unharmed and what to do next. */
export class SetupError extends Error {}
