import type { Flow } from '@fairwell/contract';
import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ComponentType,
  type ReactNode,
} from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import type { CustomSteps } from './custom-steps.js';
import type { CustomStepContext } from './index.js';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { useCancelFlow } from './use-cancel-flow.js';

/** A custom step, and the confirmation; a flow of its own, since a tab keeps how far one has come. */
const flowWith = (tag: string): Flow => ({
  id: tag,
  steps: [
    { id: 'mark', type: 'custom', tag, properties: { best: 10 } },
    { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
  ],
});

const Team = createContext('nobody');

function Rating({ step, customer, next }: CustomStepContext) {
  const [mark, setMark] = useState(0);
  return (
    <section aria-label="Rating">
      <p>
        {customer?.firstName} of {useContext(Team)}: {mark} of {String(step?.properties?.['best'])}
      </p>
      <button type="button" onClick={() => setMark(mark + 1)}>
        More
      </button>
      <button type="button" onClick={() => next({ mark })}>
        Send
      </button>
    </section>
  );
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const rating = () => page.getByRole('region', { name: 'Rating' });

interface Page {
  flow: Flow;
  steps: CustomSteps;
  team?: string;
  children?: ReactNode;
}

function App({ flow, steps, team = 'Acme', children }: Page) {
  return (
    <Team.Provider value={team}>
      <FairwellProvider {...hostOptions()} flow={flow} steps={steps}>
        {children ?? <CancelFlow open variant="inline" />}
      </FairwellProvider>
    </Team.Provider>
  );
}

describe('a component as a custom step', () => {
  it('gets what it is about, sees the contexts of the app, and answers', async () => {
    const flow = flowWith('test-rating');
    const { render } = mount(<App flow={flow} steps={{ 'test-rating': Rating }} />);
    await expect.element(page.getByText('Ada of Acme: 0 of 10')).toBeVisible();
    await button('More').click();
    await expect.element(page.getByText('Ada of Acme: 1 of 10')).toBeVisible();
    render(<App flow={flow} steps={{ 'test-rating': Rating }} team="Initech" />);
    await expect.element(page.getByText('Ada of Initech: 1 of 10')).toBeVisible();
    await button('Send').click();
    await expect.element(page.getByRole('heading', { name: 'Cancel your plan?' })).toBeVisible();
    await expect.element(rating()).not.toBeInTheDocument();
  });

  it('stands for an offer too', async () => {
    const taken: unknown[] = [];
    const Gift = ({ offer, accept }: CustomStepContext) => (
      <button type="button" onClick={() => accept({ result: offer?.properties?.['gift'] })}>
        Take the gift
      </button>
    );
    const offer = { type: 'custom', tag: 'test-gift', properties: { gift: 'mug' } } as const;
    mount(
      <App
        flow={{ id: 'gift', steps: [{ id: 'gift', type: 'offer', offer }] }}
        steps={{ 'test-gift': Gift }}
      >
        <CancelFlow open variant="inline" onCustom={({ detail }) => taken.push(detail.action)} />
      </App>,
    );
    await button('Take the gift').click();
    await expect.poll(() => taken).toMatchObject([{ type: 'custom', result: 'mug' }]);
  });

  it('is drawn in the ready-made dialog, and gone with it', async () => {
    const shown: string[] = [];
    const Watched: ComponentType<CustomStepContext> = (context) => {
      useEffect(() => {
        shown.push('shown');
        return () => void shown.push('gone');
      }, []);
      return <Rating {...context} />;
    };
    const ended: string[] = [];
    function Opener() {
      const flow = useCancelFlow();
      return (
        <button type="button" onClick={() => void flow.show().then((how) => ended.push(how))}>
          Leave
        </button>
      );
    }
    mount(
      <App flow={flowWith('test-watched')} steps={{ 'test-watched': Watched }}>
        <Opener />
      </App>,
    );
    for (let round = 1; round <= 2; round++) {
      await button('Leave').click();
      await expect.element(page.getByText('Ada of Acme: 0 of 10')).toBeVisible();
      expect(document.querySelectorAll('test-watched')).toHaveLength(1);
      await press('close-button');
      await expect.poll(() => ended).toHaveLength(round);
      await expect.poll(() => shown.at(-1)).toBe('gone');
    }
  });

  it('may be another component from one moment to the next: the flow stays where it is', async () => {
    const flow = flowWith('test-refreshed');
    const Refreshed = (context: CustomStepContext) => <Rating {...context} />;
    const { render } = mount(<App flow={flow} steps={{ 'test-refreshed': Rating }} />);
    await button('More').click();
    render(<App flow={flow} steps={{ 'test-refreshed': Refreshed }} />);
    await expect.element(page.getByText('Ada of Acme: 0 of 10')).toBeVisible();
    await button('Send').click();
    await expect.element(page.getByRole('heading', { name: 'Cancel your plan?' })).toBeVisible();
  });

  it('may come with a later rendering', async () => {
    const flow = flowWith('test-late');
    const content = <p>Account</p>;
    const { render } = mount(
      <App flow={flow} steps={{}}>
        {content}
      </App>,
    );
    render(<App flow={flow} steps={{ 'test-late': Rating }} />);
    await expect.element(rating()).toBeVisible();
  });

  it('holds nobody up where its provider is gone, and says what to do', async () => {
    const flow = flowWith('test-gone');
    const { render } = mount(
      <App flow={flow} steps={{ 'test-gone': Rating }}>
        <p>Account</p>
      </App>,
    );
    render(<CancelFlow {...hostOptions()} flow={flow} open variant="inline" />);
    await expect.element(page.getByRole('heading', { name: 'Cancel your plan?' })).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toMatch(
      /<FairwellProvider>.*<test-gone>.*keep it mounted/,
    );
    vi.mocked(console.error).mockClear();
  });

  it('says what to do where the tag is somebody else’s, and leaves the page as it is', async () => {
    customElements.define('test-taken', class extends HTMLElement {});
    mount(
      <App flow={flowWith('test-taken')} steps={{ 'test-taken': Rating }}>
        <p>Account</p>
      </App>,
    );
    await expect.element(page.getByText('Account')).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toMatch(
      /<test-taken>.*choose another tag/,
    );
    vi.mocked(console.error).mockClear();
  });
});
