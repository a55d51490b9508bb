import type { Flow, FlowDraft, Mode, Segment, StoredFlow } from '@fairwell/contract';
import { KeyStore } from '../../src/auth/key-store.js';
import type { Answer, TestService } from './service.js';
import type { World } from './world.js';

export const annualSegment: Segment = {
  name: 'Billed by the year',
  conditions: [{ type: 'billingInterval', operand: 'includes', value: ['year'] }],
};

/** A blueprint that is told by its name. */
export function draftNamed(name: string, segment: Segment | null = null): FlowDraft {
  const steps: Flow['steps'] = [{ id: 'sure', type: 'confirm', header: name }];
  return { flow: { name, steps }, segment };
}

/** Asks the admin endpoints with a key of a mode. */
export async function administer(world: World, service: TestService, mode: Mode = 'live') {
  const { key } = await new KeyStore(world.database, world.clock.now).create('admin', mode);
  const send = <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> =>
    service.send<T>(method, `/v1/admin${path}`, { body, headers: { 'x-fairwell-key': key } });

  return {
    send,
    /** Stores a flow and shows it to customers. */
    async publish(id: string, draft: FlowDraft): Promise<StoredFlow> {
      const created = await send<StoredFlow>('POST', '/flows', { id, draft });
      const published = await send('POST', `/flows/${id}/publish`, { revision: 1 });
      if (created.status !== 201 || published.status !== 201)
        throw new Error(`Not published: ${JSON.stringify([created.error, published.error])}`);
      return (await send<StoredFlow>('GET', `/flows/${id}`)).body;
    },
  };
}
