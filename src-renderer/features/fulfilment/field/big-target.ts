/** Large enough for a thumb in a glove: more than WCAG 2.2 asks for (2.5.8), 56 pixels. */
export const bigTarget = { minHeight: 56, fontSize: 17, whiteSpace: 'nowrap' } as const;

/** Side by side as far as the words have room, in either language; the rest below. */
export const rowOfTargets = { display: 'flex', flexWrap: 'wrap', gap: 1.5, '& > *': { flex: '1 1 auto' } } as const;
