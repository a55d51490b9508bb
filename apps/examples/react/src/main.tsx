import '@fairwell-examples/account/page.css';
import '@fairwell/themes/dark-midnight.css';
import '@fairwell/themes/default.css';
import { readVisit } from '@fairwell-examples/account';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const container = document.querySelector('#app');
if (container)
  createRoot(container).render(
    <StrictMode>
      <App visit={readVisit(location.search)} />
    </StrictMode>,
  );
