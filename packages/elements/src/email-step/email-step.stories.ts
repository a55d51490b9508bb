import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent } from 'storybook/test';
import '../define/email-step.js';
import { element, part, parts, recorded } from '../testing/shadow.js';
import type { EmailStepElement } from './email-step.js';

const meta: Meta<EmailStepElement> = {
  title: 'Steps/Email',
  component: 'fw-email-step',
};
export default meta;

type Story = StoryObj<EmailStepElement>;

const after = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
const mailed: Partial<EmailStepElement> = {
  stage: 'code',
  email: 'ada@example.com',
  expiresAt: after(900),
  resendAt: after(-1),
};

export const Address: Story = {
  tags: ['picture'],
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    const events = recorded(step, 'fw-write', 'fw-next');
    await userEvent.type(part(step, 'input'), 'ada@example.com{Enter}');
    await expect(step.email).toBe('ada@example.com');
    await expect(events.at(-1)?.type).toBe('fw-next');
  },
};

export const Prefilled: Story = {
  args: { email: 'ada@example.com' },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'input')).toHaveValue('ada@example.com');
  },
};

export const NoAddress: Story = {
  args: { email: 'ada', problem: { code: 'email_invalid' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'alert')).toHaveTextContent('Please write your whole email address.');
    await expect(step.shadowRoot?.activeElement).toBe(part(step, 'input'));
  },
};

export const Sending: Story = {
  args: { email: 'ada@example.com', busy: true },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'primary-button')).toBeDisabled();
  },
};

export const TooManyMails: Story = {
  args: { email: 'ada@example.com', problem: { code: 'rate_limited' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'alert')).toHaveTextContent('Please wait a while');
  },
};

export const Code: Story = {
  args: mailed,
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    const events = recorded(step, 'fw-retry', 'fw-back', 'fw-next');
    await userEvent.type(part(step, 'input'), '123456');
    await userEvent.click(part(step, 'text-button'));
    await userEvent.click(part(step, 'text-button', 1));
    await userEvent.click(part(step, 'primary-button'));
    await expect(step.code).toBe('123456');
    await expect(events.map(({ type }) => type)).toEqual(['fw-retry', 'fw-back', 'fw-next']);
  },
};

export const Waiting: Story = {
  args: { ...mailed, resendAt: after(3600) },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'counter')).toHaveTextContent(/in [\d,]+ seconds/);
    await expect(parts(step, 'text-button')).toHaveLength(1);
  },
};

export const CodeIncomplete: Story = {
  args: { ...mailed, code: '123', problem: { code: 'code_incomplete' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'alert')).toHaveTextContent('Please write all six digits.');
  },
};

export const CodeWrong: Story = {
  args: { ...mailed, code: '123465', problem: { code: 'code_invalid' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'alert')).toHaveTextContent('That code is not right.');
    await expect(part(step, 'input')).toBeInvalid();
  },
};

export const CodeTooOld: Story = {
  args: { ...mailed, code: '123456', problem: { code: 'code_expired' } },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'alert')).toHaveTextContent('Ask for a new one.');
    await expect(part(step, 'text-button')).toBeEnabled();
  },
};

export const Checking: Story = {
  args: { ...mailed, code: '123456', busy: true },
  async play({ canvasElement }) {
    const step = element(canvasElement, 'fw-email-step');
    await expect(part(step, 'input')).toHaveAttribute('readonly');
  },
};
