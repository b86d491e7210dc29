/** Two fields side by side where there is room. */
export const fieldColumns = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' },
  columnGap: 2,
  rowGap: 2.25,
} as const;
