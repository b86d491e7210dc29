import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';

/** Goes by Tab, or with Shift by Shift+Tab, until an element has the focus; on the way each stop can be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
  await target.waitFor();
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press(key);
    expect(await stopOf(page), 'a stop of the Tab key that shows that it has the focus').toMatchObject({ isVisible: true });
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} times ${key} did not lead there`);
}

/** The element that has the focus, and whether a person sees that it has: by an outline, a shadow, a ground or a border of its own. */
export async function stopOf(page: Page): Promise<{ readonly name: string; readonly isVisible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: 'nothing', isVisible: false };
    const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`;
    // An input shows it by its frame.
    const shown = element.closest<HTMLElement>('.Mui-focused, .Mui-focusVisible, .MuiInputBase-root') ?? element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const hasMark = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || shown.matches('.Mui-focused, .Mui-focusVisible');
    const { width, height } = element.getBoundingClientRect();
    return { name, isVisible: hasMark && element.matches(':focus-visible') && width > 0 && height > 0 };
  });
}

/** That the focus is in an element, and not lost. */
export async function expectFocusIn(target: Locator): Promise<void> {
  await expect.poll(() => target.evaluate((element) => element.contains(document.activeElement))).toBe(true);
}

/**
 * Sets the cursor behind the last letter of a heading or another block of one line. The editor hears of a cursor that the
 * browser moved a moment later; what marks the text anew in that moment puts it back, and no hand is as quick as this one.
 */
export async function standAtEndOf(page: Page, block: Locator): Promise<void> {
  await block.click();
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await block.evaluate(lettersBehindCursor)).toBe(0);
  }).toPass();
}

/** Runs in the page. */
function lettersBehindCursor(element: Element): number {
  const { focusNode = null, focusOffset = 0 } = getSelection() ?? {};
  if (focusNode === null || !element.contains(focusNode)) return -1;
  const rest = document.createRange();
  rest.selectNodeContents(element);
  rest.setStart(focusNode, focusOffset);
  return rest.toString().length;
}
