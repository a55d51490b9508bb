import type { ElementModel, EventModel } from './model.ts';

/**
 * Which properties may have changed by themselves when an event is fired. The element has set them by
 * then, so a framework's two-way binding reads them from it.
 */
const edited: ReadonlyMap<string, readonly string[]> = new Map([
  ['fw-select', ['selected', 'length', 'day']],
  ['fw-write', ['text', 'email', 'code']],
  ['fw-acknowledge', ['acknowledged']],
  ['fw-open', ['open']],
  ['fw-closed', ['open']],
]);

/** Those of the element's properties that this event of it tells of. */
export function editsOf({ properties }: ElementModel, { name }: EventModel): readonly string[] {
  return (edited.get(name) ?? []).filter((each) => properties.some((own) => own.name === each));
}
