/** The cells that say what a row is about: they stay where they are, however far a wide table is scrolled, and take part in the row's hover. */
export const firstColumn = {
  ...{ position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper' },
  '.MuiTableRow-hover:hover > &': { backgroundImage: 'linear-gradient(var(--db-palette-action-hover), var(--db-palette-action-hover))' },
} as const;
