/** Whether a dialog asks something: keys of the page beneath it then wait. `besides`: a selector of those that don't count. */
export function isDialogOpen(besides?: string): boolean {
  return document.querySelector(`:is([role="dialog"], [role="alertdialog"])${besides === undefined ? '' : `:not(${besides})`}`) !== null;
}
