/** The cells that say what a row is about: they stay where they are, however far a wide table is scrolled. */
export const firstColumn = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' } as const;
