import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { parameterMissing } from '../errors.ts';
import { object, oneOf, string } from '../params.ts';
import type { Decoder } from '../params.ts';
import type { Store } from '../store.ts';
import { requireCustomer, requireSubscription } from './lookup.ts';

type FlowParam = Stripe.BillingPortal.SessionCreateParams.FlowData;
type Flow = Stripe.BillingPortal.Session.Flow;

function flowOf(store: Store, flow: FlowParam): Flow {
  const subscription = flow.subscription_cancel?.subscription;
  if (flow.type === 'subscription_cancel' && subscription === undefined) {
    throw parameterMissing('flow_data[subscription_cancel]');
  }
  if (subscription !== undefined) {
    requireSubscription(store, subscription, 'flow_data[subscription_cancel][subscription]');
  }
  const returnUrl = flow.after_completion?.redirect?.return_url;
  return {
    after_completion: {
      hosted_confirmation: null,
      redirect: returnUrl === undefined ? null : { return_url: returnUrl },
      type: flow.after_completion?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: subscription === undefined ? null : { retention: null, subscription },
    subscription_pause: null,
    subscription_update: null,
    subscription_update_confirm: null,
    type: flow.type,
  };
}

/** The flows that are simulated. Naming another one is an error. */
const flowData: Decoder<FlowParam> = object(
  {
    after_completion: object(
      {
        redirect: object({ return_url: string }, { return_url: true }),
        type: oneOf<Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion.Type>({
          hosted_confirmation: true,
          portal_homepage: true,
          redirect: true,
        }),
      },
      { type: true },
    ),
    subscription_cancel: object({ subscription: string }, { subscription: true }),
    type: oneOf<'payment_method_update' | 'subscription_cancel'>({
      payment_method_update: true,
      subscription_cancel: true,
    }),
  },
  { type: true },
);

export const billingPortalEndpoints = [
  endpoint<Stripe['billingPortal']['sessions']['create']>(
    'POST',
    '/v1/billing_portal/sessions',
    object({ customer: string, flow_data: flowData, return_url: string }, {}),
    ({ store, params }) => {
      if (params.customer === undefined) throw parameterMissing('customer');
      const customer = requireCustomer(store, params.customer, 'customer');
      const id = store.id('bps');
      return {
        id,
        object: 'billing_portal.session',
        after_expiration: null,
        configuration: 'bpc_sim',
        created: store.now,
        customer: customer.id,
        customer_account: null,
        flow: params.flow_data ? flowOf(store, params.flow_data) : null,
        livemode: false,
        locale: null,
        on_behalf_of: null,
        return_url: params.return_url ?? null,
        url: `https://billing.stripe.example/p/session/${id}`,
      };
    },
  ),
];
