/** Large enough for a thumb in a glove: more than WCAG 2.2 asks for (2.5.8), 56 pixels. */
export const bigTarget = { minHeight: 56, fontSize: 17 } as const;
