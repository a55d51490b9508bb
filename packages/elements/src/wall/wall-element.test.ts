import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/pause-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import { part } from '../testing/shadow.js';
import {
  clearWalls,
  dialogOf,
  fallen,
  next,
  open,
  pauseWall,
  press,
  says,
  stands,
} from '../testing/wall-page.js';
import { pause } from '../testing/wall-service.js';

afterEach(clearWalls);

describe('a wall', () => {
  describe('in the way', () => {
    const behind = async (): Promise<HTMLButtonElement> => fixture(html`<button>Behind</button>`);

    it('keeps the page out of reach of pointer, keyboard and screen reader', async () => {
      open(pause);
      const button = await behind();
      const wall = await stands(pauseWall());
      expect(dialogOf(wall)?.matches(':modal')).to.equal(true);
      button.focus();
      expect(document.activeElement).not.to.equal(button);
      const { left, top } = button.getBoundingClientRect();
      expect(document.elementFromPoint(left + 1, top + 1)).to.equal(wall);
      expect(wall.shadowRoot?.activeElement?.id).to.equal('heading');
      for (let presses = 0; presses < 6; presses += 1) {
        await userEvent.keyboard('{Tab}');
        expect(document.activeElement).not.to.equal(button);
      }
    });

    it('is not closed by Escape, however often', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      await userEvent.keyboard('{Escape}{Escape}{Escape}');
      await nextFrame();
      expect(dialogOf(wall)?.open).to.equal(true);
    });

    it('is not closed by a press beside it', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      await userEvent.click(part(wall, 'overlay'), { position: { x: 5, y: 5 } });
      expect(dialogOf(wall)?.open).to.equal(true);
    });

    it('is closed by Escape, its button, or a press beside it where it is soft', async () => {
      const closes: ((wall: PauseWallElement) => unknown)[] = [
        () => userEvent.keyboard('{Escape}'),
        (wall) => press(wall, 'Close'),
        (wall) => press(wall, 'Continue for now'),
        (wall) => userEvent.click(part(wall, 'overlay'), { position: { x: 5, y: 5 } }),
      ];
      for (const close of closes) {
        open(pause);
        const wall = await stands(pauseWall({ softWall: true }));
        const closed = next(wall, 'fw-pause-wall-close');
        await close(wall);
        await closed;
        expect(dialogOf(wall)).to.equal(null);
        clearWalls();
      }
    });

    it('gives the focus back when it falls', async () => {
      open(pause);
      const button = await behind();
      button.focus();
      const wall = await stands(pauseWall());
      press(wall, 'Resume now');
      await fallen(wall);
      expect(document.activeElement).to.equal(button);
    });

    it('is gone through with the keyboard alone', async () => {
      const service = open(pause);
      const wall = await stands(pauseWall());
      await userEvent.keyboard('{Tab}{Tab}{Enter}');
      await says(wall, 'heading', 'Cancel your subscription?');
      await userEvent.keyboard('{Tab}{Enter}');
      await says(wall, 'heading', 'Your subscription is paused');
      await userEvent.keyboard('{Tab}{Enter}');
      await fallen(wall);
      expect(service.requests.at(-1)?.path).to.equal('/resume');
    });
  });

  describe('taken out of the page', () => {
    /** As the tools of a browser take a node away: without a word to the element. */
    const takeAway = (node: Node): void => void node.parentNode?.removeChild(node);

    it('comes back, as modal as before', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      takeAway(wall);
      await waitUntil(() => dialogOf(wall)?.matches(':modal'));
      expect(wall.isConnected).to.equal(true);
    });

    it('comes back to the end of the page where its place is gone too', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      const place = document.createElement('div');
      wall.before(place);
      place.append(wall);
      await stands(wall);
      takeAway(place);
      await waitUntil(() => wall.parentElement === document.body);
    });

    it('comes back to whoever removes it every time, and freezes nothing', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      let removals = 0;
      const watcher = new MutationObserver(() => {
        if (wall.isConnected && (removals += 1) < 50) takeAway(wall);
      });
      watcher.observe(document, { childList: true, subtree: true });
      takeAway(wall);
      await aTimeout(50);
      expect(removals).to.be.greaterThan(1);
      watcher.disconnect();
    });

    it('puts its dialog back', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      const dialog = dialogOf(wall);
      if (dialog) takeAway(dialog);
      await waitUntil(() => dialogOf(wall)?.matches(':modal'));
      press(wall, 'Resume now');
      await fallen(wall);
      expect(dialogOf(wall)).to.equal(null);
    });

    it.each<[string, (dialog: HTMLDialogElement) => void]>([
      ['closed', (dialog) => dialog.close()],
      ['closed by its attribute', (dialog) => dialog.removeAttribute('open')],
    ])('opens its dialog again when that was %s', async (_name, close) => {
      open(pause);
      const wall = await stands(pauseWall());
      const dialog = dialogOf(wall);
      if (dialog) close(dialog);
      await waitUntil(() => dialog?.open && dialog.matches(':modal'));
      press(wall, 'Resume now');
      await fallen(wall);
    });

    it('stays away once the host has hidden it', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      wall.hide();
      await wall.updateComplete;
      expect(dialogOf(wall)).to.equal(null);
      takeAway(wall);
      await aTimeout(20);
      expect(wall.isConnected).to.equal(false);
    });

    it('stays away where it is soft', async () => {
      open(pause);
      const wall = await stands(pauseWall({ softWall: true }));
      takeAway(wall);
      await aTimeout(20);
      expect(wall.isConnected).to.equal(false);
    });

    it('stays away once the customer has resumed', async () => {
      open(pause);
      const wall = await stands(pauseWall());
      press(wall, 'Resume now');
      await fallen(wall);
      takeAway(wall);
      await aTimeout(20);
      expect(wall.isConnected).to.equal(false);
    });

    it('tells what came of it though it is taken away in flight', async () => {
      const service = open(pause);
      let answer: (reply: object) => void = () => undefined;
      const held = new Promise<object>((resolve) => (answer = resolve));
      const handlers = { handleResume: () => held.then(() => undefined) };
      const wall = await stands(pauseWall({ softWall: true, handlers }));
      const resumed = next(wall, 'fw-resume');
      press(wall, 'Resume now');
      takeAway(wall);
      answer({});
      await resumed;
      expect(service.count('/resume')).to.equal(0);
    });
  });
});
