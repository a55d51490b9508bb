import {
  createFailedPaymentWall,
  createFailedPaymentWallGateway,
  createPauseWall,
  createPauseWallGateway,
  createVerification,
} from '@fairwell/core';
import { expect, it } from 'vitest';
import { verificationsOf } from './support/verification.js';
import { useWalls } from './support/walls.js';
import { useWorld } from './support/world.js';

const world = useWorld();
const { serve } = useWalls(world);

it('a page resumes at the pause wall, and the wall is gone on the next', async () => {
  const { service } = await serve();
  const { url: serviceUrl, tokenFor } = service;
  const session = () => tokenFor('cus_paused');
  const open = () =>
    createPauseWall({ gateway: createPauseWallGateway({ serviceUrl, session }), ...world.clock });
  const wall = open();
  expect(await wall.check()).toBe(true);
  world.clock.advance(1000);
  await wall.resume();
  expect(wall.state).toMatchObject({ status: 'down', error: null });
  expect(await open().check()).toBe(false);
});

it('a page pays at the failed-payment wall, by way of the bank', async () => {
  const { service } = await serve();
  const { url: serviceUrl, tokenFor } = service;
  const asked: unknown[] = [];
  const wall = createFailedPaymentWall({
    gateway: createFailedPaymentWallGateway({ serviceUrl, session: tokenFor('cus_overdue') }),
    confirmWithBank: async (request) => void asked.push(request),
    ...world.clock,
  });
  expect(await wall.check()).toBe(true);
  await wall.changeCard();
  expect(wall.state.page).toMatchObject({ kind: 'card', setup: { publishableKey: 'pk_sandbox' } });
  await wall.pay(async () => 'pm_card_chargeCustomerFail');
  expect(wall.state.error?.error.code).toBe('payment_declined');
  world.clock.advance(1000);
  await wall.pay(async () => 'pm_card_authenticationRequired');
  expect(asked).toMatchObject([{ publishableKey: 'pk_sandbox' }]);
  expect(wall.state).toMatchObject({ status: 'down', error: null });
  expect(await wall.check({ force: true })).toBe(false);
});

it('a page verifies a customer by their mail, and starts their session', async () => {
  const service = await world.serve({ development: true });
  const { codeOf } = verificationsOf(service);
  const verification = createVerification({
    serviceUrl: service.url,
    prefilled: 'robin@example.com',
    ...world.clock,
  });
  await verification.submit();
  verification.write(await codeOf());
  await verification.submit();
  if (verification.state.stage !== 'verified') throw new Error('Not verified');
  const { status, body } = await service.start(verification.state.session);
  expect([status, body.customer.id]).toEqual([201, 'cus_monthly']);
});
