import { Activity, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CancelButton } from './cancel-button.js';
import { CancelFlow } from './cancel-flow.js';
import { PauseWall } from './pause-wall.js';
import { mount } from './testing/mount.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { WallService } from '@fairwell-tools/adapters/testing/wall-service';
import { useCancelFlow } from './use-cancel-flow.js';
import { usePauseWall } from './use-wall.js';

/** A router may keep a route that was left, hidden, and show it again: `<Activity>` does so. */
function route(content: ReactElement) {
  const element = (isLeft: boolean) => (
    <>
      <Activity mode={isLeft ? 'hidden' : 'visible'}>{content}</Activity>
      {isLeft && <button type="button">Home</button>}
    </>
  );
  const { render } = mount(element(false));
  return { leave: () => render(element(true)), comeBack: () => render(element(false)) };
}

const dialog = () => page.getByRole('dialog');
const pressHome = () => page.getByRole('button', { name: 'Home' }).click();

describe('a route that is left and kept', () => {
  it('takes its wall down, and puts it up when it is shown again', async () => {
    const { options } = new WallService();
    const { leave, comeBack } = route(<PauseWall {...options} />);
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
    comeBack();
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
  });

  it('takes the wall of its hook down, and puts it up when it is shown again', async () => {
    const { options } = new WallService();
    function User() {
      usePauseWall(options);
      return null;
    }
    const { leave, comeBack } = route(<User />);
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
    comeBack();
    await expect.element(dialog()).toBeVisible();
  });

  it('closes the dialog of its hook', async () => {
    function User() {
      const flow = useCancelFlow(hostOptions());
      return (
        <button type="button" onClick={() => void flow.show()}>
          Leave
        </button>
      );
    }
    const { leave } = route(<User />);
    await page.getByRole('button', { name: 'Leave' }).click();
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
    expect(document.querySelector('fw-cancel-flow')).toBeNull();
  });

  it('closes its flow', async () => {
    const { leave } = route(<CancelFlow {...hostOptions()} open />);
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
  });

  it('closes the flow of its button', async () => {
    const { leave } = route(
      <CancelButton {...hostOptions()} href="#cancel">
        Cancel plan
      </CancelButton>,
    );
    await page.getByRole('link', { name: 'Cancel plan' }).click();
    await expect.element(dialog()).toBeVisible();
    leave();
    await pressHome();
  });
});
