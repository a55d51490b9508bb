import { describeComponents } from './testing/describe-components.js';

describeComponents(
  'that are built as custom elements',
  ['link', 'menu', 'flow', 'paused', 'overdue', 'behind', 'rating'].map(
    (name) => `classes/account-${name}.js`,
  ),
);
