import type {
  CardSetup,
  CheckedWall,
  CheckWallRequest,
  PayResponse,
  PortalRequest,
  PortalResponse,
  WallActionRequest,
  WallActionResponse,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import { post, serviceAddress, tokenOf, type Credential } from '../gateway/http.js';
import type { WallCheck, WallGateway } from './wall-gateway.js';
import { handledByHost, type WallHandlers } from './wall-handlers.js';
import type { Wall } from './wall-state.js';

export interface ServiceWallOptions extends Omit<CheckWallRequest, 'kind' | 'forceCheck'> {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  session?: Credential;
  /** A handler given for an action does it in place of the service. */
  handlers?: WallHandlers | undefined;
}

function isOfKind<K extends Wall['kind']>(
  wall: Wall | null,
  kind: K,
): wall is Extract<Wall, { kind: K }> {
  return wall?.kind === kind;
}

/** The service checks, and does what is done at the wall. */
export function createServiceWallGateway<K extends Wall['kind']>(
  kind: K,
  { serviceUrl, session: credential, handlers = {}, ...request }: ServiceWallOptions,
): WallGateway<Extract<Wall, { kind: K }>> {
  const address = serviceAddress(serviceUrl, 'walls');
  const { appId, mode, customerId, subscriptionId, ignoreInvoicesWithoutAttempt } = request;
  let token: string | undefined;

  const check = async (forceCheck: boolean): Promise<WallCheck<Extract<Wall, { kind: K }>>> => {
    const body: CheckWallRequest = { ...request, kind, ...(forceCheck && { forceCheck }) };
    const checked = await post<CheckedWall>(address, await tokenOf(credential), body);
    ({ token } = checked);
    const { customer, subscriptions, wall } = checked;
    return { customer, subscriptions, wall: isOfKind(wall, kind) ? wall : null };
  };

  /** What a wall shows may be known from before, and it may stand longer than a token lasts. */
  const send = async <T>(path: string, body: object = {}): Promise<T> => {
    const url = `${address}/${path}`;
    if (!token) await check(false);
    try {
      return await post<T>(url, token, body);
    } catch (error) {
      if (!(error instanceof FairwellError && error.code === 'token_expired')) throw error;
      await check(false);
      return post<T>(url, token, body);
    }
  };
  const act = (action: 'resume' | 'cancel') => (key: string) =>
    send<WallActionResponse>(action, { key } satisfies WallActionRequest);

  return {
    // A session is a secret and another one on every page: only a name given openly will do.
    subject:
      customerId &&
      JSON.stringify([
        kind,
        serviceUrl,
        appId,
        mode,
        customerId,
        subscriptionId,
        ignoreInvoicesWithoutAttempt,
      ]),
    ...(kind === 'pause'
      ? { resume: act('resume'), cancel: act('cancel') }
      : {
          setUpCard: () => send<CardSetup>('card'),
          pay: (payment) => send<PayResponse>('pay', payment),
          openPortal: async (returnUrl) =>
            (await send<PortalResponse>('portal', { returnUrl } satisfies PortalRequest)).url,
        }),
    ...handledByHost(handlers),
    check,
  };
}
