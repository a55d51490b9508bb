import { expect, it } from 'vitest';
import {
  answerSurvey,
  backToAccount,
  confirmButton,
  describeCapability,
  dialog,
  expectHeard,
  expectQuestion,
  expectStanding,
  goToConfirmation,
  openActive,
  openFlow,
  press,
  rate,
  stateOf,
  tick,
} from './stage.ts';

describeCapability('flow', () => {
  it('is gone through, and cancels', async () => {
    const at = await openActive();
    expect((await stateOf(at)).sessions).toEqual([]);
    await goToConfirmation(at);
    await confirmButton(at).click();
    await backToAccount(at);
    await expectStanding(at, 'ending');
    const { subscription, sessions } = await stateOf(at);
    expect(subscription).toHaveProperty('cancelAt');
    expect(sessions).toMatchObject([{ result: 'cancel', surveyResponse: 'Something else' }]);
    await expectHeard(at, ['open', 'cancel', 'closed cancel']);
  });

  it('ends with an offer that is taken', async () => {
    const at = await openActive();
    await openFlow(at);
    await rate(at);
    await answerSurvey(at, 'It costs too much');
    await press(at, 'Take this offer');
    await backToAccount(at);
    await expectStanding(at, 'discounted');
    const { subscription, sessions } = await stateOf(at);
    expect(subscription.discounts).toMatchObject([{ coupon: { id: 'STAY30' } }]);
    expect(sessions).toMatchObject([{ result: 'discount' }]);
    await expectHeard(at, ['open', 'discount', 'closed discount']);
  });

  it('is another session with each opening, and one alone', async () => {
    const at = await openActive();
    for (const count of [1, 2]) {
      await openFlow(at);
      await at.page.getByText('How was your Seed Box?').waitFor();
      await at.page.keyboard.press('Escape');
      await dialog(at).waitFor({ state: 'detached' });
      expect((await stateOf(at)).sessions).toHaveLength(count);
    }
    await expectHeard(at, ['open', 'closed abort', 'open', 'closed abort']);
  });
});

describeCapability('propertyByValue', () => {
  it('an object and a function arrive as they are', async () => {
    const at = await openActive();
    await openFlow(at);
    await rate(at);
    await expectQuestion(at, 2);
  });
});

describeCapability('lateProperty', () => {
  it('what changes before it is opened counts', async () => {
    const at = await openActive();
    await at.page.getByLabel(at.words.windowsills).fill('7');
    await openFlow(at);
    await rate(at);
    await expectQuestion(at, 7);
  });
});

describeCapability('event', () => {
  it('the page hears of what is done, and how it ended', async () => {
    const at = await openActive();
    await openFlow(at);
    await expectHeard(at, ['open']);
    await rate(at);
    await answerSurvey(at, 'It costs too much');
    await press(at, 'Take this offer');
    await expectHeard(at, ['open', 'discount']);
    await backToAccount(at);
    await expectHeard(at, ['open', 'discount', 'closed discount']);
  });
});

describeCapability('veto', () => {
  it('the page forbids cancelling, and allows it again', async () => {
    const at = await openActive();
    await tick(at, at.words.keep);
    await goToConfirmation(at);
    await confirmButton(at).click();
    await expectHeard(at, ['open', 'kept']);
    expect((await stateOf(at)).subscription).not.toHaveProperty('cancelAt');
    await tick(at, at.words.keep);
    await confirmButton(at).click();
    await backToAccount(at);
    await expectHeard(at, ['open', 'kept', 'cancel', 'closed cancel']);
    expect((await stateOf(at)).subscription).toHaveProperty('cancelAt');
  });
});

describeCapability('slot', () => {
  it('the page’s own line stands at the end of the flow', async () => {
    const at = await openActive();
    await openFlow(at);
    await at.page.getByText(at.words.note).waitFor();
  });
});

describeCapability('customStep', () => {
  it('is a component with a state of its own, and its answer is in the session', async () => {
    const at = await openActive();
    await openFlow(at);
    await at.page.getByText('How was your Seed Box?').waitFor();
    const mark = at.page.getByTestId('mark');
    expect(await mark.textContent()).toBe('');
    await at.page.getByRole('radio', { name: '2', exact: true }).check();
    await expect.poll(() => mark.textContent()).toBe('2');
    await press(at, at.words.send);
    await answerSurvey(at, 'Something else');
    await confirmButton(at).click();
    await backToAccount(at);
    await expect.poll(async () => (await stateOf(at)).customAnswers).toEqual([{ mark: 2 }]);
  });
});

describeCapability('call', () => {
  it('a call opens the dialog and tells how it ended', async () => {
    const at = await openActive();
    await press(at, at.words.callFlow);
    await rate(at);
    await expectQuestion(at, 2);
    await at.page.keyboard.press('Escape');
    await expectHeard(at, ['ended abort']);
    // The page tells the service without waiting for it.
    await expect
      .poll(async () => (await stateOf(at)).sessions)
      .toMatchObject([{ result: 'abort' }]);
  });
});
