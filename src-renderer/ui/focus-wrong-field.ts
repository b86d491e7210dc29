/** Leads to the first field of a form or dialog that is marked as wrong: into sight and with the focus. Whether there is one. */
export function focusWrongField(within: Element | null | undefined): boolean {
  const field = within?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? null;
  if (field === null) return false;
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
  return true;
}
