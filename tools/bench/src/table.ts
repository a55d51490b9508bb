/** A line of the table. */
export interface Figure {
  what: string;
  measured: string;
  /** What it is of something else that was measured in the same run, or of its bar. */
  ratio: string;
  /** What it has to be; absent where nothing is asked of it. */
  bar?: string;
  met?: 'yes' | 'no' | 'median';
}

const heads = ['', 'measured', 'ratio', 'bar', 'met'];

function cells({ what, measured, ratio, bar, met }: Figure): string[] {
  return [what, measured, ratio, bar ?? '', met ?? ''];
}

/** The figures in columns, one a line. */
export function table(figures: readonly Figure[]): string {
  const lines = [heads, ...figures.map(cells)];
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`;
export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
