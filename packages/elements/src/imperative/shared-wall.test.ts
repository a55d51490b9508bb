import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { sharedPauseWall } from '../index.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import { clearWalls, dialogOf, open, press, stands } from '../testing/wall-page.js';
import { pause, serviceUrl } from '../testing/wall-service.js';

afterEach(clearWalls);

const options = (customerId: string) => ({ serviceUrl, session: 'token', customerId });

async function standing(): Promise<PauseWallElement> {
  await waitUntil(() => document.querySelector('fw-pause-wall'));
  const wall = document.querySelector('fw-pause-wall');
  if (!wall) throw new Error('There is no wall.');
  return stands(wall);
}

describe('a wall that components share', () => {
  it('stands until the last of them is gone', async () => {
    open(pause);
    const leaveFirst = sharedPauseWall.enter();
    expect(sharedPauseWall.getStands()).to.equal(undefined);
    expect(await sharedPauseWall.check(options('cus_11'))).to.equal(true);
    expect(sharedPauseWall.getStands()).to.equal(true);
    const wall = await standing();
    const leaveSecond = sharedPauseWall.enter();
    leaveFirst();
    await nextFrame();
    expect(dialogOf(wall)).not.to.equal(null);
    leaveSecond();
    await waitUntil(() => !dialogOf(wall), 'it is taken down');
    expect(sharedPauseWall.getStands()).to.equal(undefined);
  });

  it('stays as it is when one gives way to another at once', async () => {
    const service = open(pause);
    const leave = sharedPauseWall.enter();
    await sharedPauseWall.check(options('cus_12'));
    const wall = await standing();
    leave();
    const leaveNext = sharedPauseWall.enter();
    await nextFrame();
    expect(dialogOf(wall)).not.to.equal(null);
    expect(service.count('/')).to.equal(1);
    leaveNext();
    await waitUntil(() => !dialogOf(wall), 'it is taken down');
  });

  it('tells when it falls, by the customer or by its host', async () => {
    open(pause);
    const heard: (boolean | undefined)[] = [];
    const end = sharedPauseWall.subscribe(() => heard.push(sharedPauseWall.getStands()));
    const leave = sharedPauseWall.enter();
    await sharedPauseWall.check(options('cus_13'));
    press(await standing(), 'Resume now');
    await waitUntil(() => sharedPauseWall.getStands() === false, 'it has fallen');
    await sharedPauseWall.check({ ...options('cus_13'), forceCheck: true });
    sharedPauseWall.hide();
    expect(sharedPauseWall.getStands()).to.equal(false);
    leave();
    await nextFrame();
    end();
    expect(heard).to.include(true);
    expect(heard.at(-1)).to.equal(undefined);
  });

  it('is not said to stand where it was given up while it was asked', async () => {
    open(pause);
    const leave = sharedPauseWall.enter();
    const checked = sharedPauseWall.check(options('cus_14'));
    leave();
    expect(await checked).to.equal(false);
    await nextFrame();
    expect(document.querySelectorAll('fw-pause-wall dialog')).to.have.length(0);
  });
});
