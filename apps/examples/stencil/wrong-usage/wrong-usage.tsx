import { CancelButton } from '@fairwell/stencil';
import { h } from '@stencil/core';

export const wrong = () => [
  // wrong: property
  <CancelButton serviceURL="https://billing.example.com">Cancel</CancelButton>,
  // wrong: value
  <CancelButton preview="yes">Cancel</CancelButton>,
  // wrong: event
  <CancelButton onFw-resume={() => undefined}>Cancel</CancelButton>,
  // wrong: property
  <fw-survey-step choises={[]} />,
];
