import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, it, vi } from 'vitest';
import '../define/failed-payment-wall.js';
import '../define/pause-wall.js';
import { parts } from '../testing/shadow.js';
import {
  clearWalls,
  failedPaymentWall,
  fallen,
  labels,
  open,
  pauseWall,
  press,
  stands,
} from '../testing/wall-page.js';
import { overdue, pause } from '../testing/wall-service.js';

afterEach(() => {
  vi.useRealTimers();
  clearWalls();
});

const wayOut = 'Continue for now';

it.each([
  ['resuming', () => pauseWall(), pause, '/resume', 'Resume now'],
  ['a payment', () => failedPaymentWall(), overdue(), '/pay', 'Try my saved card again'],
])('%s that never comes to an end holds nobody for longer than 15 seconds', async (...row) => {
  const [, create, cause, path, button] = row;
  const service = open(cause);
  service.replies[path] = ['never'];
  const wall = await stands<Awaited<ReturnType<typeof create>>>(create());
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  press(wall, button);
  await vi.advanceTimersByTimeAsync(14_900);
  expect(labels(wall)).not.to.include(wayOut);
  await vi.advanceTimersByTimeAsync(200);
  vi.useRealTimers();
  await waitUntil(() => labels(wall).includes(wayOut), 'a way out');
  expect(parts(wall, 'notice')).not.to.be.empty;
  press(wall, wayOut);
  await fallen(wall);
});
