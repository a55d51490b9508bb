/** Where a page is, and where nothing is run. */
const protocols = ['https:', 'http:'];

/**
 * Leads the page to another, by pressing a link: a page that handles its links itself handles this one
 * too. An address that is none is told to the page's author, and leads nowhere.
 */
export function leadOn(url: unknown): void {
  const link = document.createElement('a');
  link.href = String(url);
  if (typeof url !== 'string' || !protocols.includes(link.protocol)) {
    console.error(`returnUrls: expected the address of a page, got ${JSON.stringify(url)}`);
    return;
  }
  document.body.append(link);
  link.click();
  link.remove();
}
