import { StrictMode, type ReactElement } from 'react';
import { CancelButton } from '../cancel-button.js';
import { FairwellProvider } from '../provider.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

/** A page that a server renders. */
export function Account(): ReactElement {
  return (
    <StrictMode>
      <FairwellProvider {...hostOptions()} locale="en-GB">
        <CancelButton href="/account/cancel" className="quiet-link" onCancel={() => undefined}>
          Cancel plan
        </CancelButton>
      </FairwellProvider>
    </StrictMode>
  );
}

/** What comes from the server; the test there holds it to that. */
export const accountHtml =
  '<fw-cancel-button lang="en-GB"><a href="/account/cancel" class="quiet-link">Cancel plan</a></fw-cancel-button>';
