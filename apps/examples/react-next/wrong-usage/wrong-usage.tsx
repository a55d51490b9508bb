import { CancelButton } from '@fairwell/react';

export const wrong = [
  // wrong: property
  <CancelButton serviceURL="https://billing.example.com">Cancel</CancelButton>,
  // wrong: value
  <CancelButton preview="yes">Cancel</CancelButton>,
  // wrong: event
  <CancelButton onCancelled={() => undefined}>Cancel</CancelButton>,
];
