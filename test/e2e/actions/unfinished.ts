import type { Locator } from 'playwright-core';
import type { RunningApp } from '../launch.ts';
import type { Words } from '../words.ts';
import { ask } from './ask.ts';
import { unlock } from './vaults.ts';

/** What a person meets of forms that were left unfinished, in the window that there is once a journey has begun. */
export function unfinishedForms(running: () => RunningApp, words: Words) {
  const nameOf = (dialog: string) => words(`contracts.unfinished.dialog.${dialog}`);

  /** Locks as the menu and the idle clock do, for the lock button lies below a dialog; then opens the vault again. */
  async function lockAndUnlock(): Promise<void> {
    const app = running();
    await app.page.evaluate(() => globalThis.dispatchEvent(new Event('beforelock')));
    await ask(app, 'vault.lock', undefined);
    await unlock(app, words);
  }

  /** Types after what stands in a field and locks with the last letter, so that nothing is kept which waits for a later moment. */
  async function typeAndLock(field: Locator, letters: string): Promise<void> {
    await field.evaluate((element, text) => {
      element.focus();
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length);
      document.execCommand('insertText', false, text);
      globalThis.dispatchEvent(new Event('beforelock'));
      return window.deedbox.call('vault.lock', undefined);
    }, letters);
    await unlock(running(), words);
  }

  /** The notice that a form was left, by the name that it says. */
  function left(name: string): Locator {
    return running().page.getByRole('note').filter({ hasText: `“${name}”` });
  }

  function goOn(name: string): Promise<void> {
    return left(name).getByRole('link', { name: words('contracts.unfinished.goOn') }).click();
  }

  /** What a form says that was taken up again. */
  function restored(): Locator {
    return running().page.getByText(words('contracts.form.resumed', { time: '' }).split(/ until | is /u)[0] ?? '');
  }

  return {
    ...{ lockAndUnlock, typeAndLock, left, goOn, restored },
    /** The same by the kind of form. */
    leftOf: (dialog: string) => left(nameOf(dialog)),
    goOnWith: (dialog: string) => goOn(nameOf(dialog)),
  };
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
