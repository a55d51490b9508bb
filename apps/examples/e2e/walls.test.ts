import { expect, it } from 'vitest';
import {
  describeCapability,
  dialog,
  expectHeard,
  expectStanding,
  openAccount,
  openActive,
  press,
  pressBehind,
  stateOf,
  type AtAccount,
} from './stage.ts';

async function expectWalls(
  { page }: AtAccount,
  walls: Record<'pause-wall' | 'payment-wall', boolean>,
): Promise<void> {
  for (const [id, stands] of Object.entries(walls))
    await expect.poll(() => page.getByTestId(id).textContent()).toBe(String(stands));
}

describeCapability('walls', () => {
  it('stand before nobody who has paid and is not paused', async () => {
    const at = await openActive();
    await expectWalls(at, { 'pause-wall': false, 'payment-wall': false });
    expect(await dialog(at).count()).toBe(0);
  });

  it('the pause wall stands until the customer resumes', async () => {
    const at = await openAccount('paused');
    await dialog(at).getByText('Your subscription is paused').waitFor();
    await expectWalls(at, { 'pause-wall': true, 'payment-wall': false });
    await press(at, 'Resume now');
    await dialog(at).waitFor({ state: 'detached' });
    await expectStanding(at, 'active');
    await expectWalls(at, { 'pause-wall': false, 'payment-wall': false });
    await expectHeard(at, ['resume']);
    expect((await stateOf(at)).subscription.status.name).toBe('active');
  });

  it('the failed-payment wall stands until the customer pays', async () => {
    const at = await openAccount('overdue');
    await dialog(at).waitFor();
    await expectWalls(at, { 'pause-wall': false, 'payment-wall': true });
    await press(at, 'Pay with another card');
    await at.page.getByText('Practice card').waitFor();
    await dialog(at).getByRole('button', { name: /^Pay / }).click();
    await dialog(at).waitFor({ state: 'detached' });
    await expectStanding(at, 'active');
    await expectWalls(at, { 'pause-wall': false, 'payment-wall': false });
    await expectHeard(at, ['paid']);
    expect((await stateOf(at)).invoices).toMatchObject([{ state: 'paid' }]);
  });

  it('are gone with the page that they stand before', async () => {
    const at = await openAccount('paused');
    await dialog(at).getByText('Your subscription is paused').waitFor();
    await pressBehind(at, at.words.leave);
    await at.page.getByRole('heading', { name: at.words.elsewhere }).waitFor();
    await dialog(at).waitFor({ state: 'detached' });
    await pressBehind(at, at.words.back);
    await dialog(at).getByText('Your subscription is paused').waitFor();
  });
});
