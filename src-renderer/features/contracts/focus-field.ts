const focusable = [
  'input:not([type="hidden"]):not([aria-hidden="true"]):not([disabled])',
  'textarea:not([aria-hidden="true"])',
  '[role="spinbutton"]',
  '[role="combobox"]:not([aria-disabled="true"])',
].join(',');

/** Moves the focus into the field of a variable and brings it into sight. */
export function focusField(key: string): void {
  const field = document.querySelector(`[data-field="${CSS.escape(key)}"]`);
  if (field === null) return;
  field.scrollIntoView({ block: 'center' });
  const checked = field.querySelector<HTMLElement>('input[type="radio"]:checked');
  const target = checked ?? field.querySelector<HTMLElement>('[data-main-input]') ?? field.querySelector<HTMLElement>(focusable);
  target?.focus({ preventScroll: true });
}
