import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../define/pause-wall.js';
import { element, part, words } from '../testing/shadow.js';
import { clearWalls, open, pause, serviceUrl, type WallService } from '../testing/wall-service.js';
import type { PauseWallElement } from './pause-wall.js';

/** A story begins with what the service says, and leaves no wall to the next. */
const before =
  (wall: WallService['wall'], replies: WallService['replies'] = {}) =>
  (): (() => void) => {
    clearWalls();
    sessionStorage.clear();
    Object.assign(open(wall).replies, structuredClone(replies));
    return clearWalls;
  };

const meta: Meta<PauseWallElement> = {
  title: 'Walls/Pause wall',
  component: 'fw-pause-wall',
  beforeEach: before(pause),
  args: { serviceUrl, session: 'token' },
  // A modal is over everything: each has a page of its own.
  parameters: { docs: { story: { inline: false, iframeHeight: 560 } } },
};
export default meta;

type Story = StoryObj<PauseWallElement>;

async function pressed(canvas: HTMLElement, name: string, index = 0): Promise<PauseWallElement> {
  const wall = element(canvas, 'fw-pause-wall');
  await userEvent.click(await waitFor(() => part(wall, name, index)));
  return wall;
}

/** Waits until the wall says this and has come to rest: only then its colours are what they are. */
async function says(wall: PauseWallElement, name: string, text: string): Promise<void> {
  await waitFor(() => expect(words(part(wall, name))).toContain(text));
  await Promise.all(wall.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
}

export const Hard: Story = {
  tags: ['picture'],
  args: { handlers: { handleLogout: () => undefined } },
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-pause-wall');
    await says(wall, 'body', 'you are charged €14.00 at your next renewal');
    await userEvent.keyboard('{Escape}');
    await expect(wall.shadowRoot?.querySelector('dialog')?.matches(':modal')).toBe(true);
  },
};

export const Soft: Story = {
  args: { softWall: true },
  async play({ canvasElement }) {
    const wall = element(canvasElement, 'fw-pause-wall');
    await says(wall, 'text-button', 'Continue for now');
  },
};

export const NothingKnown: Story = {
  beforeEach: before({ kind: 'pause', subscriptionId: 'sub_1', since: pause.since }),
  async play({ canvasElement }) {
    await says(element(canvasElement, 'fw-pause-wall'), 'body', 'until you resume it');
  },
};

export const AskingWhetherToCancel: Story = {
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'secondary-button');
    await says(wall, 'heading', 'Cancel your subscription?');
  },
};

export const Cancelled: Story = {
  async play({ canvasElement }) {
    await pressed(canvasElement, 'secondary-button');
    const wall = await pressed(canvasElement, 'danger-button');
    await says(wall, 'notice', 'ends on December 10, 2999');
  },
};

export const Resuming: Story = {
  beforeEach: before(pause, { '/resume': ['never'] }),
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'primary-button');
    await says(wall, 'primary-button', 'Resuming…');
  },
};

export const Declined: Story = {
  beforeEach: before(pause, { '/resume': [{ status: 402, code: 'payment_declined' }] }),
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'primary-button');
    await says(wall, 'alert', 'Your payment was declined.');
  },
};

export const NoAnswer: Story = {
  beforeEach: before(pause, { '/resume': ['lost'] }),
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'primary-button');
    await says(wall, 'text-button', 'Continue for now');
  },
};

export const Resumed: Story = {
  async play({ canvasElement }) {
    const wall = await pressed(canvasElement, 'primary-button');
    await says(wall, 'notice', 'Your subscription is running again.');
  },
};
