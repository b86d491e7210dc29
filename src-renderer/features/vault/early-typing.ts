/** What stood in the fields of the prepared unlock screen when the program took it over. */
export interface EarlyTyping {
  readonly userName: string;
  readonly passphrase: string;
}

export const unlockFieldIds = { userName: 'unlock-name', passphrase: 'unlock-passphrase' } as const;

let held: { readonly userName: HTMLInputElement; readonly passphrase: HTMLInputElement } | null = null;

/**
 * Keeps hold of the fields that the window showed before the program ran (app/first-screen.tsx). They go on taking
 * keys until the moment in which React puts its own in their place, so they are read only then.
 */
export function holdEarlyTyping(): void {
  const userName = inputOf(unlockFieldIds.userName);
  const passphrase = inputOf(unlockFieldIds.passphrase);
  held = userName === null || passphrase === null ? null : { userName, passphrase };
}

/** Hands over what was typed before the program ran; once, for it belongs to the first form that is shown. */
export function takeEarlyTyping(give: (early: EarlyTyping) => void): void {
  if (held === null) return;
  const { userName, passphrase } = held;
  held = null;
  give({ userName: userName.value, passphrase: passphrase.value });
}

function inputOf(id: string): HTMLInputElement | null {
  const element = document.getElementById(id);
  return element instanceof HTMLInputElement ? element : null;
}
