import '@fairwell/elements/cancel-button.js';

const button = document.createElement('fw-cancel-button');

// wrong: property
button.serviceURL = 'https://billing.example.com';
// wrong: value
button.preview = 'yes';
// wrong: event
button.addEventListener('fw-cancelled', ({ detail }) => console.log(detail));
