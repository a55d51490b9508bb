import type { ComplexAttributeConverter } from 'lit';

/** A boolean whose attribute may also say "false": server renderers of some frameworks print that. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
  toAttribute: (value) => (value ? '' : null),
};
