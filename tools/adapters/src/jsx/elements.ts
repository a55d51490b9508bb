/**
 * What the generated file of this name says of each tag; here it stands in for it, so that the files
 * beside it, which are copied there, are checked as they are written.
 */
export interface FairwellElements {
  'fw-element': {
    element: HTMLElement;
    properties: { text: string };
    attributes: { text: string };
    events: { 'fw-event': Event };
  };
}
