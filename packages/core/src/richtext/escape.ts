/** Makes a value mean itself inside rich text. */
export function escapeRichText(value: string): string {
  return value.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
