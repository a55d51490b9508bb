import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../define/failed-payment-wall.js';
import { element, part, words } from '../testing/shadow.js';
import { cards, createStripeDouble } from '../testing/stripe-double.js';
import {
  askBank,
  clearWalls,
  open,
  overdue,
  overdueInvoice,
  serviceUrl,
  type WallService,
} from '../testing/wall-service.js';
import type { FailedPaymentWallElement } from './failed-payment-wall.js';

/** A story begins with what the service says, and leaves no wall to the next. */
const before =
  (wall: WallService['wall'], replies: WallService['replies'] = {}) =>
  (): (() => void) => {
    clearWalls();
    sessionStorage.clear();
    Object.assign(open(wall).replies, structuredClone(replies));
    return clearWalls;
  };

const stripe = createStripeDouble();
const nothing = (): void => undefined;

const meta: Meta<FailedPaymentWallElement> = {
  title: 'Walls/Failed-payment wall',
  component: 'fw-failed-payment-wall',
  beforeEach: before(overdue()),
  args: { serviceUrl, session: 'token', loadStripe: () => Promise.resolve(stripe) },
  // A modal is over everything: each has a page of its own.
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
};
export default meta;

type Story = StoryObj<FailedPaymentWallElement>;

async function pressed(canvas: HTMLElement, name: string): Promise<FailedPaymentWallElement> {
  const wall = element(canvas, 'fw-failed-payment-wall');
  await userEvent.click(await waitFor(() => part(wall, name)));
  return wall;
}

/** Waits until the wall says this and has come to rest: only then its colours are what they are. */
async function says(wall: FailedPaymentWallElement, name: string, text: string): Promise<void> {
  await waitFor(() => expect(words(part(wall, name))).toContain(text));
  await Promise.all(wall.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
}

async function atForm(canvas: HTMLElement): Promise<FailedPaymentWallElement> {
  const wall = await pressed(canvas, 'primary-button');
  await says(wall, 'primary-button', 'Pay €14.00');
  await waitFor(() => expect(part(wall, 'primary-button')).toBeEnabled());
  return wall;
}

async function typed(wall: FailedPaymentWallElement, number: string): Promise<void> {
  const input = wall.querySelector('input');
  if (!input) throw new Error('There is no form.');
  await userEvent.clear(input);
  await userEvent.type(input, number);
  await userEvent.click(part(wall, 'primary-button'));
}

export const Hard: Story = {
  tags: ['picture'],
  args: {
    handlers: { handleLogout: nothing, handleSupportRequest: nothing, handleCancel: nothing },
  },
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'price', '€14.00');
    await userEvent.keyboard('{Escape}');
    await expect(wall.shadowRoot?.querySelector('dialog')?.matches(':modal')).toBe(true);
  },
};

export const WithinTheGracePeriod: Story = {
  args: { gracePeriodDays: 10 },
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'body', 'Please pay by then.');
    await says(wall, 'text-button', 'Continue for now');
  },
};

export const NotTriedYet: Story = {
  beforeEach: before(overdue({ invoice: overdueInvoice({ attempted: false }) })),
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'heading', 'A payment is overdue');
  },
};

export const NewCard: Story = {
  async play({ canvasElement }) {
    await atForm(canvasElement);
  },
};

export const CardRefused: Story = {
  async play({ canvasElement }) {
    const wall = await atForm(canvasElement);
    await typed(wall, cards.expired);
    await says(wall, 'alert', 'Your card has expired.');
  },
};

export const CardFormBlocked: Story = {
  args: { loadStripe: () => Promise.reject(new Error('blocked')) },
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'primary-button');
    await says(wall, 'alert', 'could not be loaded here');
  },
};

export const HostedPage: Story = {
  beforeEach: before(overdue({ card: 'hosted' })),
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'primary-button', 'Change my card on a secure page');
  },
};

export const OnlyTheSavedCard: Story = {
  beforeEach: before(overdue({ card: 'none' })),
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'primary-button', 'Try my saved card again');
  },
};

export const Declined: Story = {
  beforeEach: before(overdue(), { '/pay': [{ status: 402, code: 'payment_declined' }] }),
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'secondary-button');
    await says(wall, 'alert', 'Your payment was declined.');
  },
};

export const TheBankAsks: Story = {
  beforeEach: before(overdue(), { '/pay': [{ body: askBank }] }),
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'secondary-button');
    await waitFor(() => expect(document.querySelector('#bank')).not.toBeNull());
    await says(wall, 'secondary-button', 'Paying…');
    await expect(canvasElement.querySelector('dialog')).toBeNull();
  },
};

export const Paid: Story = {
  async play({ canvasElement }) {
    const wall = await atForm(canvasElement);
    await typed(wall, cards.good);
    await says(wall, 'notice', 'Your payment went through.');
  },
};

export const Soft: Story = {
  args: { softWall: true },
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-failed-payment-wall');
    await says(wall, 'text-button', 'Continue for now');
  },
};

export const AskingWhetherToCancel: Story = {
  args: { handlers: { handleCancel: nothing } },
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'text-button');
    await says(wall, 'heading', 'Cancel your subscription?');
  },
};

export const Cancelled: Story = {
  args: { handlers: { handleCancel: nothing } },
  async play({ canvasElement }) {
    await pressed(canvasElement, 'text-button');
    const wall = await pressed(canvasElement, 'danger-button');
    await says(wall, 'notice', 'cancelled');
  },
};

export const SupportAsked: Story = {
  args: {
    handlers: { handleSupportRequest: () => ({ message: 'We write to you within a day.' }) },
  },
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'text-button');
    await says(wall, 'notice', 'We write to you within a day.');
  },
};
