import { createSSRApp, h, type App } from 'vue';
import { CancelButton } from '../cancel-button.js';
import { createFairwell } from '../create-fairwell.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

/** A page that a server renders. */
export function createAccount(): App {
  const app = createSSRApp({
    render: () =>
      h(
        CancelButton,
        { href: '/account/cancel', class: 'quiet-link', onCancel: () => undefined },
        {
          default: () => 'Cancel plan',
          'footer-note': () => h('p', 'Questions? Write to us.'),
        },
      ),
  });
  return app.use(createFairwell({ ...hostOptions(), locale: 'en-GB' }));
}

/** What comes from the server; the test there holds it to that. */
export const accountHtml =
  '<fw-cancel-button lang="en-GB"><a href="/account/cancel" class="quiet-link">Cancel plan</a><div slot="footer-note"><p>Questions? Write to us.</p></div></fw-cancel-button>';
