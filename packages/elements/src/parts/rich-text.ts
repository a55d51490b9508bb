import { parseRichText, type RichNode, type RichTag } from '@fairwell/core';
import { html, type TemplateResult } from 'lit';

type Content = (string | TemplateResult)[];

const tags: Record<RichTag, (children: Content, href: string | undefined) => TemplateResult> = {
  p: (children) => html`<p>${children}</p>`,
  strong: (children) => html`<strong>${children}</strong>`,
  em: (children) => html`<em>${children}</em>`,
  ul: (children) =>
    html`<ul>
      ${children}
    </ul>`,
  ol: (children) =>
    html`<ol>
      ${children}
    </ol>`,
  li: (children) => html`<li>${children}</li>`,
  br: () => html`<br />`,
  // Another tab: the answers given so far stay.
  a: (children, href) =>
    href
      ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${children}</a>`
      : html`${children}`,
};

function render(nodes: readonly RichNode[]): Content {
  return nodes.map((node) =>
    node.type === 'text' ? node.text : tags[node.tag](render(node.children), node.href),
  );
}

/** The small subset of HTML that a flow's author may write, as templates: nothing is parsed by the browser. */
export function renderRichText(source: string): Content {
  return render(parseRichText(source));
}
