import type { Flow } from '@fairwell/contract';
import { parseFlow } from '@fairwell/core';
import type { FlowSource } from '@fairwell/service';

/** A product asks what it knows of the customer; here the number of windowsills shows that the page's attributes arrive. */
function blueprint(windowsills: string): Flow {
  return parseFlow({
    id: 'everyone',
    version: 1,
    locale: 'en',
    steps: [
      { id: 'rating', type: 'custom', tag: 'account-rating', header: 'Before you go' },
      {
        id: 'why',
        type: 'survey',
        header: `Why do you leave ${windowsills} windowsills empty?`,
        choices: [
          {
            id: 'budget',
            label: 'It costs too much',
            offer: { type: 'discount', couponId: 'STAY30' },
          },
          { id: 'other', label: 'Something else' },
        ],
      },
      { id: 'sure', type: 'confirm', losses: ['The next box'] },
    ],
  });
}

export const flows: FlowSource = {
  flowFor: async ({ attributes }) => blueprint(String(attributes['windowsills'])),
};
