import { expect, it } from 'vitest';
import { useWorld } from './support/world.js';

const world = useWorld();
const origins = ['https://app.example.com', 'http://localhost:3000'];
const standing = {
  save: 'https://app.example.com/account',
  offers: { 'why/unused': 'https://app.example.com/paused' },
};

it('a page is told where to lead in the end: as the service was started, unless the session says otherwise', async () => {
  const service = await world.serve({ origins, returnUrls: standing });
  expect((await service.session('cus_monthly')).returnUrls).toEqual(standing);
  const returnUrls = {
    save: 'http://localhost:3000/',
    cancel: 'https://app.example.com/bye?from=flow',
    offers: { 'why/too_expensive': 'https://app.example.com/saved' },
  };
  expect((await service.session('cus_monthly', { returnUrls })).returnUrls).toEqual({
    ...returnUrls,
    offers: { ...standing.offers, ...returnUrls.offers },
  });
});

it('nothing is said where nothing is set', async () => {
  const service = await world.serve({ origins });
  expect(await service.session('cus_monthly')).not.toHaveProperty('returnUrls');
});

it.each([
  [{ save: 'https://evil.example/' }, 'returnUrls.save'],
  [{ save: 'https://app.example.com.evil.example/' }, 'returnUrls.save'],
  [{ save: 'https://app.example.com@evil.example/' }, 'returnUrls.save'],
  [{ save: '//evil.example/' }, 'returnUrls.save'],
  [{ cancel: 'http://app.example.com/' }, 'returnUrls.cancel'],
  [{ cancel: 'javascript:alert(1)' }, 'returnUrls.cancel'],
  [{ offers: { 'why/unused': 'data:text/html,x' } }, 'returnUrls.offers.why/unused'],
])('nobody is led to %j', async (returnUrls, field) => {
  const service = await world.serve({ origins });
  const { status, error } = await service.start(service.tokenFor('cus_monthly'), { returnUrls });
  expect([status, error.field]).toEqual([400, field]);
});

it('a service is not started with an address that nobody may be led to', async () => {
  const returnUrls = { save: 'https://evil.example/' };
  await expect(world.serve({ origins, returnUrls })).rejects.toThrow('returnUrls.save');
});
