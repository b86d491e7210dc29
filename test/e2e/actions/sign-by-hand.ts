import type { Locator } from 'playwright-core';

/** Draws a few strokes on a canvas for signatures, as somebody signs with the mouse. */
export async function signByHand(canvas: Locator): Promise<void> {
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('no canvas');
  const { mouse } = canvas.page();
  await mouse.move(box.x + 60, box.y + 120);
  await mouse.down();
  for (const [x, y] of [[120, 60], [180, 150], [240, 80]] as const) await mouse.move(box.x + x, box.y + y, { steps: 6 });
  await mouse.up();
}
