import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow, type CancelFlowProps } from './cancel-flow.js';
import { SurveyStep } from './generated/index.js';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

const heading = (name: string) => page.getByRole('heading', { name });

function Opener(props: CancelFlowProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Leave
      </button>
      <CancelFlow {...props} open={open} onClosed={() => setOpen(false)} />
    </>
  );
}

describe('CancelFlow', () => {
  it('opens and closes with a state of the host, as often as that changes', async () => {
    mount(<Opener {...hostOptions()} />);
    for (let round = 0; round < 2; round++) {
      await page.getByRole('button', { name: 'Leave' }).click();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
      await press('close-button');
      await expect.element(heading('Why are you leaving?')).not.toBeInTheDocument();
    }
  });

  it('starts one session where it is open from the beginning', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const { render } = mount(<CancelFlow serviceUrl="http://localhost:9" session={session} open />);
    await expect.poll(() => asked).toBe(1);
    render(<CancelFlow serviceUrl="http://localhost:9" session={session} open />);
    await press('close-button');
    expect(asked).toBe(1);
  });

  it('shows what its children put into the slots', async () => {
    mount(
      <CancelFlow {...hostOptions()} open>
        <p slot="footer-note">Questions? Write to us.</p>
      </CancelFlow>,
    );
    await expect.element(page.getByText('Questions? Write to us.')).toBeVisible();
  });

  it('keeps what the customer chose while its component renders again', async () => {
    const { render } = mount(<CancelFlow {...hostOptions()} open variant="inline" />);
    await page.getByText('I don’t use it enough').click();
    render(<CancelFlow {...hostOptions()} open variant="inline" />);
    await expect.element(page.getByLabelText('I don’t use it enough')).toBeChecked();
  });

  it('takes the options of the provider around', async () => {
    mount(
      <FairwellProvider {...hostOptions()}>
        <CancelFlow open variant="inline" />
      </FairwellProvider>,
    );
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });

  it('says what to do where it is opened without options', async () => {
    mount(<CancelFlow open variant="inline" />);
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });
});

describe('a generated step', () => {
  it('shows its properties and tells what was pressed', async () => {
    const heard: unknown[] = [];
    mount(
      <SurveyStep
        header="Why?"
        choices={[{ id: 'price', label: 'Too expensive' }]}
        onSelect={({ detail }) => heard.push(detail.id)}
        onNext={({ type }) => heard.push(type)}
      />,
    );
    await page.getByText('Too expensive').click();
    await press('primary-button');
    expect(heard).toEqual(['price', 'fw-next']);
  });
});
