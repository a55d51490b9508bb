import { version } from 'react';

if (!version.startsWith('18.'))
  throw new Error(`This is to be tested with React 18, not ${version}.`);
