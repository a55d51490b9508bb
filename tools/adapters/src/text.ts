/** `fw-plan-change` → `PlanChange`. */
export function pascalCase(prefixed: string): string {
  return prefixed
    .replace(/^fw-/, '')
    .replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** A doc comment of these paragraphs, the empty ones left out. */
export function docComment(paragraphs: readonly string[], indent = ''): string {
  const lines = paragraphs.filter(Boolean).join('\n\n').replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return lines[0] ? `${indent}/** ${lines[0]} */\n` : '';
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
