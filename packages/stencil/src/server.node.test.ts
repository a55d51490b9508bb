import { describe, expect, it } from 'vitest';
import * as everything from './index.js';
import { defaults } from './options.js';
import { hostOptions } from './testing/samples.js';

const { cancelFlow, customStep, defineCustomElements, pauseWall, provideFairwell } = everything;

/** As a component in its constructor. */
const component = {};

describe('on a server', () => {
  it('there is no DOM, and every entry can be imported', () => {
    expect(globalThis).not.toHaveProperty('document');
    expect(everything).toHaveProperty('CancelButton');
  });

  it('no element is registered', async () => {
    await expect(defineCustomElements()).resolves.toBeUndefined();
  });

  it('what is provided for one customer is not there for the next', () => {
    provideFairwell(hostOptions());
    expect(defaults()).toEqual({});
  });

  it('a flow is idle, and says what to do where it is opened', async () => {
    const flow = cancelFlow(component, hostOptions());
    expect(flow.state.status).toBe('idle');
    expect(() => flow.open()).toThrow(/server.*componentDidLoad/);
    await expect(flow.show()).rejects.toThrow(/server/);
  });

  it('nothing is known of a wall, and it is not asked for', async () => {
    const wall = pauseWall(component, { serviceUrl: 'https://billing.example.com', session: 't' });
    expect(wall.stands).toBeUndefined();
    await expect(wall.check()).rejects.toThrow(/pauseWall\(\)\.check\(\).*server/);
  });

  it('a custom step can be made', () => {
    expect(customStep(component)).toHaveProperty('next');
  });
});
