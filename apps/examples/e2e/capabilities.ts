/** What a framework is asked for: the rows of the table, in its order, and the groups of the tests. */
export const capabilities = {
  flow: 'A cancel flow, to its end',
  propertyByValue: 'Property by value',
  lateProperty: 'Late property',
  event: 'Event',
  veto: 'Veto',
  slot: 'Slot',
  customStep: 'Custom step',
  call: 'Opened by a call',
  walls: 'Both walls',
  theme: 'Theme switch',
  language: 'Language switch',
  serverRendering: 'Server rendering',
  unmount: 'Unmount in flight',
  types: 'Types',
} as const;
export type Capability = keyof typeof capabilities;
