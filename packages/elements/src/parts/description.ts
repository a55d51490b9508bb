import type { TemplateResult } from 'lit';

let render: ((source: string) => (string | TemplateResult)[]) | undefined;

/** Is there markup in this text: only then is the code that reads it loaded. */
export function isMarkedUp(source: string | undefined): boolean {
  return /[<&]/.test(source ?? '');
}

export async function loadRichText(): Promise<void> {
  ({ renderRichText: render } = await import('./rich-text.js'));
}

/**
 * A description, plain or rich. Rich text whose code is not there yet is shown without its markup.
 * @param loaded Called once it can be shown as it is meant.
 */
export function renderDescription(
  source: string,
  loaded: () => void,
): string | (string | TemplateResult)[] {
  if (!isMarkedUp(source)) return source;
  if (render) return render(source);
  loadRichText().then(loaded, () => undefined);
  return source.replace(/<[^>]*>/g, ' ');
}
