/** Is it the address of a page, and no script. */
export function isPageAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}
