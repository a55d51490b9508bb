import type { Flow, MatchedFlow, Mode, Segment } from '@fairwell/contract';
import { matchesSegment } from '../segments/matches.js';
import type { FlowSource, Visitor } from './flow-source.js';
import type { FlowStore } from './flow-store.js';
import type { LiveFlow, LiveFlows } from './live-flows.js';
import { readPreviewToken, type PreviewSigning } from './preview-token.js';
import { flowToPublish } from './publishable.js';

export interface ChosenFlow {
  flow: Flow;
  /** The one that the visitor is in; null where none led to the flow. */
  segment: Segment | null;
}

export interface FlowChooserOptions {
  live: LiveFlows;
  store: FlowStore;
  /** For whom nothing is stored. */
  configured: FlowSource;
  signing: PreviewSigning;
}

interface Asked extends LiveFlow {
  segment: Segment;
  matches: boolean;
}

/**
 * Which flow a visitor gets: the first, in the order of the flows, whose segment they are in; else
 * the primary one; else the one that the service was started with.
 */
export class FlowChooser {
  readonly #options: FlowChooserOptions;

  constructor(options: FlowChooserOptions) {
    this.#options = options;
  }

  async choose(visitor: Visitor): Promise<ChosenFlow> {
    const { live, configured } = this.#options;
    const { segmented, primary } = await this.#ask(visitor);
    if (segmented)
      return { flow: await live.steps(visitor.mode, segmented), segment: segmented.segment };
    return {
      flow: await (primary ? live.steps(visitor.mode, primary) : configured.flowFor(visitor)),
      segment: null,
    };
  }

  async explain(visitor: Visitor): Promise<MatchedFlow> {
    const { asked, segmented, primary } = await this.#ask(visitor);
    const segments = asked.map(({ id, segment: { name }, matches }) => ({
      flowId: id,
      name,
      matches,
    }));
    const stored = segmented ?? primary;
    if (stored)
      return {
        flowId: stored.id,
        version: stored.version,
        because: segmented ? 'segment' : 'primary',
        segments,
      };
    const { id, version = null } = await this.#options.configured.flowFor(visitor);
    return { flowId: id, version, because: 'configured', segments };
  }

  /**
   * The flow that a token of `POST /v1/admin/flows/:id/preview` shows.
   * @throws {FairwellError} if the token does not hold, or `invalid_flow` if the draft cannot be
   * shown yet.
   */
  async preview(mode: Mode, token: string): Promise<ChosenFlow> {
    const { store, signing } = this.#options;
    const { flowId, version } = readPreviewToken(token, mode, signing);
    if (version !== undefined) return store.version(mode, flowId, version);
    const { draft } = await store.get(mode, flowId);
    return { flow: flowToPublish(draft.flow, flowId), segment: draft.segment };
  }

  async #ask(visitor: Visitor): Promise<{
    asked: Asked[];
    segmented: Asked | undefined;
    primary: LiveFlow | undefined;
  }> {
    const candidate = { ...visitor, now: this.#options.signing.now() };
    const flows = await this.#options.live.list(visitor.mode);
    const asked = flows.flatMap((flow): Asked[] => {
      const { segment } = flow;
      // The primary flow is for everybody that is left, whatever its segment.
      if (!segment || flow.isPrimary) return [];
      return [{ ...flow, segment, matches: matchesSegment(segment, candidate) }];
    });
    return {
      asked,
      segmented: asked.find(({ matches }) => matches),
      primary: flows.find(({ isPrimary }) => isPrimary),
    };
  }
}
