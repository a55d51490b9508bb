import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../define/cancel-button.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { element, part } from '../testing/shadow.js';
import type { CancelButtonElement } from './cancel-button.js';

const meta: Meta<CancelButtonElement> = {
  title: 'Flow/Cancel button',
  component: 'fw-cancel-button',
  beforeEach: () => {
    sessionStorage.clear();
  },
  args: { flow, customer, subscriptions: [monthly], handlers: recordingHandlers() },
};
export default meta;

type Story = StoryObj<CancelButtonElement>;

export const OwnButton: Story = {
  async play({ canvasElement }) {
    const button = element(canvasElement, 'fw-cancel-button');
    const own = await waitFor(() => {
      const found = button.shadowRoot?.querySelector('fw-own-button');
      if (!found) throw new Error('There is no button yet.');
      return part(found, 'secondary-button');
    });
    await userEvent.click(own);
    await waitFor(() => expect(button.shadowRoot?.querySelector('[open]')).not.toBeNull());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button.shadowRoot?.querySelector('[open]')).toBeNull());
  },
};

export const AroundALink: Story = {
  render: ({ flow, customer, subscriptions, handlers }) => html`
    <fw-cancel-button
      .flow=${flow}
      .customer=${customer}
      .subscriptions=${subscriptions}
      .handlers=${handlers}
    >
      <a href="#cancel">Cancel subscription</a>
    </fw-cancel-button>
  `,
  async play({ canvasElement }) {
    const button = element(canvasElement, 'fw-cancel-button');
    await userEvent.click(element(button, 'a'));
    await waitFor(() => expect(button.shadowRoot?.querySelector('[open]')).not.toBeNull());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button.shadowRoot?.querySelector('[open]')).toBeNull());
  },
};
