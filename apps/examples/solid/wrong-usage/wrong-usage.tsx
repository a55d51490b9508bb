import type {} from '@fairwell/elements/types/solid';

export const mistakes = [
  // wrong: property
  <fw-cancel-button prop:serviceURL="https://billing.example.com" />,
  // wrong: value
  <fw-cancel-button prop:preview="yes" />,
  // wrong: event
  <fw-cancel-button on:fw-closed={({ detail }) => console.log(detail.outcome)} />,
];
