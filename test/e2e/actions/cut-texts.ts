import type { Page } from 'playwright-core';

/**
 * The texts in view that a person can't read to their end: cut without an ellipsis and a hint that gives the whole, run
 * out of the button or chip that holds them, or past the window's edge with nothing to scroll. As `element “text” why`.
 */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].filter((name) => name.startsWith('Mui')).slice(0, 2).join('.')}`;
    const note = (element: Element, why: string) => found.add(`${nameOf(element)} “${(element.textContent ?? '').trim().slice(0, 50)}” ${why}`);
    // What only a screen reader is meant to meet lies in a box of one pixel.
    const isSeen = (element: HTMLElement) => element.clientWidth > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const hasHint = (element: Element) => element.closest('[title]:not([title=""]), [aria-describedby], .MuiDataGrid-columnHeader, .MuiDataGrid-cell') !== null;
    const scrolls = (element: Element) => {
      for (let at = element.parentElement; at !== null; at = at.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX) && at.tagName !== 'MAIN') return true;
      }
      return false;
    };
    for (const element of document.querySelectorAll<HTMLElement>('main *, nav *, header *, [role="dialog"] *')) {
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '');
      if (texts.length === 0 || !isSeen(element) || element.closest('svg, [contenteditable], .sr-only') !== null) continue;
      const style = getComputedStyle(element);
      const hides = style.overflowX !== 'visible' && !['auto', 'scroll'].includes(style.overflowX);
      if (hides && element.scrollWidth > element.clientWidth + 1 && !(style.textOverflow === 'ellipsis' && hasHint(element))) {
        note(element, `cut (${element.clientWidth} of ${element.scrollWidth})`);
        continue;
      }
      const range = document.createRange();
      for (const text of texts) {
        range.selectNodeContents(text);
        const { left, right } = range.getBoundingClientRect();
        const box = element.closest('button, .MuiButton-root, .MuiChip-root, [role="tab"], .MuiCard-root, .MuiPaper-root')?.getBoundingClientRect();
        if (hides || scrolls(element)) continue;
        if (box !== undefined && (right > box.right + 1 || left < box.left - 1)) note(element, `leaves its box by ${Math.round(Math.max(right - box.right, box.left - left))}`);
        else if (right > innerWidth + 1) note(element, `leaves the window by ${Math.round(right - innerWidth)}`);
      }
    }
    return [...found];
  });
}
