import { hydrateRoot } from 'react-dom/client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelButton, type CancelButtonProps } from './cancel-button.js';
import { FairwellProvider } from './provider.js';
import { Account, accountHtml } from './testing/account.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { confirmFlow, customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';

const link = () => page.getByRole('link', { name: 'Cancel plan' });
const heading = (name: string) => page.getByRole('heading', { name });

function CancelLink(props: Partial<CancelButtonProps>) {
  return (
    <CancelButton href="#cancel" {...props}>
      Cancel plan
    </CancelButton>
  );
}

describe('CancelButton', () => {
  it('opens the flow in place of leading to the page of the link', async () => {
    mount(<CancelLink {...hostOptions()} />);
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    expect(location.hash).toBe('');
  });

  it('lets the host act once, and observe what was done', async () => {
    const applied: unknown[] = [];
    const heard: unknown[] = [];
    mount(
      <CancelLink
        {...hostOptions({ handleDiscount: (_customer, coupon) => void applied.push(coupon.id) })}
        onOpen={(event) => heard.push(event.type)}
        onDiscount={({ detail }) => heard.push(detail.outcome.coupon?.id, detail.customer.id)}
        onClosed={({ detail }) => heard.push(detail.result)}
      />,
    );
    await link().click();
    await page.getByText('It costs too much').click();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).toBeVisible();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).not.toBeInTheDocument();
    await press('close-button');
    await expect.poll(() => heard).toEqual(['fw-open', 'STAY30', customer.id, 'discount']);
    expect(applied).toEqual(['STAY30']);
  });

  it('lets the host forbid what the customer is about to do', async () => {
    const done: string[] = [];
    mount(
      <CancelLink
        {...hostOptions({ handleCancel: () => void done.push('cancel') })}
        flow={confirmFlow}
        onConfirm={(event) => {
          event.preventDefault();
          done.push('vetoed');
        }}
      />,
    );
    await link().click();
    await press('danger-button');
    await expect.poll(() => done).toEqual(['vetoed']);
    await expect.element(heading('Cancel your plan?')).toBeVisible();
  });

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    mount(<CancelLink serviceUrl="http://localhost:9" session={session} />);
    expect(asked).toBe(0);
    await link().click();
    await expect.poll(() => asked).toBe(1);
    await press('close-button');
    await link().click();
    await expect.poll(() => asked).toBe(2);
  });

  it('takes new properties', async () => {
    const element = (header: string, theme: 'light' | 'dark') => (
      <CancelLink
        {...hostOptions()}
        flow={{ id: 'short', steps: [{ id: 'sure', type: 'confirm', header }] }}
        theme={theme}
      />
    );
    const { container, render } = mount(element('Sure?', 'light'));
    render(element('Really sure?', 'dark'));
    expect(container.querySelector('fw-cancel-button')).toHaveProperty('theme', 'dark');
    await link().click();
    await expect.element(heading('Really sure?')).toBeVisible();
  });

  it('shows within the flow what the page adds to it', async () => {
    mount(<CancelLink {...hostOptions()} flowContent={<p slot="footer-note">Write to us.</p>} />);
    await link().click();
    await expect.element(page.getByText('Write to us.')).toBeVisible();
  });

  it('puts the class on the link, or on the button where there is no address', () => {
    const { container, render } = mount(
      <CancelLink {...hostOptions()} className="quiet" id="cancel" />,
    );
    expect(container.querySelector('a')?.className).toBe('quiet');
    expect(container.querySelector('fw-cancel-button')?.id).toBe('cancel');
    render(<CancelLink {...hostOptions()} className="quiet" href={undefined} />);
    expect(container.querySelector('button')?.className).toBe('quiet');
  });

  it('takes the options of the provider around, and the language', async () => {
    const { container } = mount(
      <FairwellProvider {...hostOptions()} locale="en-GB">
        <CancelLink />
      </FairwellProvider>,
    );
    expect(container.querySelector('fw-cancel-button')?.getAttribute('lang')).toBe('en-GB');
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });

  it('carries out and reports what was in flight when it went away', async () => {
    let finish: () => void = () => undefined;
    const heard: string[] = [];
    const { unmount } = mount(
      <CancelLink
        {...hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) })}
        flow={confirmFlow}
        onStepChange={({ detail }) => heard.push(detail.page.kind)}
        onCancel={({ detail }) => heard.push(detail.outcome.type)}
      />,
    );
    await link().click();
    await press('danger-button');
    await expect.poll(() => heard.at(-1)).toBe('progress');
    unmount();
    expect(document.querySelector('fw-cancel-button')).toBeNull();
    finish();
    await expect.poll(() => heard).toContain('cancel');
  });
});

describe('CancelButton with a wrong address', () => {
  it('says so, and lets the customer try again', async () => {
    const heard: unknown[] = [];
    mount(
      <CancelLink
        serviceUrl={`${location.origin}/nowhere`}
        session="token"
        onError={({ detail }) => heard.push(detail.error.field, detail.error.message)}
      />,
    );
    await link().click();
    await expect
      .poll(() => heard)
      .toEqual(['serviceUrl', expect.stringContaining('/nowhere/v1/sessions')]);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toContain('/nowhere/v1/sessions');
    vi.mocked(console.error).mockClear();
  });
});

describe('CancelButton without options', () => {
  const said = () => vi.mocked(console.error).mock.calls.flat().join();

  it('lets the link lead on, and says what to do', async () => {
    onTestFinished(() => history.replaceState(null, '', location.pathname));
    mount(<CancelLink />);
    await link().click();
    expect(location.hash).toBe('#cancel');
    expect(said()).toMatch(/serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });

  it('opens the flow once they are there', async () => {
    const element = (options: Partial<CancelButtonProps>) => <CancelLink {...options} />;
    const { render } = mount(element({ flow: undefined }));
    render(element(hostOptions()));
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });
});

describe('CancelButton from a server', () => {
  it('works after hydration', async () => {
    const container = document.body.appendChild(document.createElement('div'));
    container.append(...new DOMParser().parseFromString(accountHtml, 'text/html').body.childNodes);
    const root = hydrateRoot(container, <Account />);
    onTestFinished(() => {
      root.unmount();
      container.remove();
    });
    await expect
      .poll(() => container.querySelector('fw-cancel-button'))
      .toHaveProperty('customer', customer);
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });
});
