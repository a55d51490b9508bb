import { describeComponents } from './testing/describe-components.js';

describeComponents('whose classes Stencil loads when they are used', [
  'lazy/account/account.esm.js',
]);
