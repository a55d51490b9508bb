/** What is read on what: the token of the colour, the token of its ground, and the least contrast. */
export const colorPairs = [
  ...['text', 'text-muted', 'danger'].map((color) => [color, 'surface', 4.5] as const),
  ['text', 'field', 4.5],
  ['text', 'notice', 4.5],
  ['text', 'accent-soft', 4.5],
  ['text-muted', 'accent-soft', 4.5],
  ['danger', 'danger-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['on-secondary', 'secondary', 4.5],
  ['on-secondary', 'secondary-hover', 4.5],
  ['control-border', 'surface', 3],
  ['control-border', 'field', 3],
  ['focus', 'surface', 3],
] as const;
