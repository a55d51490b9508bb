import type { Customer } from '@fairwell/contract';
import { awaitHandler, type FlowHandlers, type Handled } from '../gateway/handlers.js';
import type { WallGateway } from './wall-gateway.js';

/**
 * The host's own doing. Each resolves when done, optionally with `{ message }`, or rejects, optionally
 * with `{ message }`; both messages are shown to the customer.
 */
export interface WallHandlers {
  /** Pause wall: resumes, in place of the service. */
  handleResume?: (customer: Customer) => Handled;
  /**
   * Cancels at the end of the term. A failed-payment wall has a button for it only with this. Of a
   * flow's answers there are none, so that all but the customer is null.
   */
  handleCancel?: FlowHandlers['handleCancel'];
  /** Adds a button that logs out. */
  handleLogout?: () => Handled;
  /** Failed-payment wall: adds a button that asks for support. */
  handleSupportRequest?: FlowHandlers['handleSupportRequest'];
}

/** What the host does itself, as a gateway does it. */
export function handledByHost({
  handleResume,
  handleCancel,
  handleLogout,
  handleSupportRequest,
}: WallHandlers): Omit<WallGateway, 'check'> {
  const result = async (name: string, run: () => Handled): Promise<{ message?: string }> => {
    const message = await awaitHandler(name, run);
    return message ? { message } : {};
  };
  return {
    ...(handleResume && {
      resume: (_key, customer) => result('resume', () => handleResume(customer)),
    }),
    ...(handleCancel && {
      cancel: (_key, customer) => result('cancel', () => handleCancel(customer, null, null, null)),
    }),
    ...(handleLogout && { logOut: () => result('logout', handleLogout) }),
    ...(handleSupportRequest && {
      requestSupport: (customer) => result('support', () => handleSupportRequest(customer)),
    }),
  };
}
