import type { PersonGroup } from '../server/api.ts';
import { element } from './dom.ts';

/** Fills the list of customers, group by group. */
export function fillPicker(control: HTMLSelectElement, groups: readonly PersonGroup[]): void {
  control.replaceChildren(
    ...groups.map(({ name, people }) =>
      element(
        'optgroup',
        { label: name },
        ...people.map(({ customer: { id, name: title, email } }) =>
          element('option', { value: id }, title ?? email ?? id),
        ),
      ),
    ),
  );
}
