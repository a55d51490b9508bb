import { describe, expect, it } from 'vitest';
import {
  answerSurvey,
  backToAccount,
  expectHeard,
  expectQuestion,
  openPage,
  press,
  scene,
  stateOf,
} from './stage.ts';

// One app shows it: there is no framework in it.
describe.runIf(scene.example.id === 'html')('One script tag', () => {
  it('opens the flow from the page’s own button, to its end', async () => {
    const at = await openPage('/one-script.html');
    await press(at, 'Cancel subscription');
    await press(at, '4');
    await expectQuestion(at, 2);
    await answerSurvey(at, 'It costs too much');
    await press(at, 'Take this offer');
    await backToAccount(at);
    await expectHeard(at, ['discount', 'closed discount']);
    const { sessions, customAnswers } = await stateOf(at);
    expect(sessions).toMatchObject([{ result: 'discount' }]);
    expect(customAnswers).toEqual([{ mark: 4 }]);
  });
});
