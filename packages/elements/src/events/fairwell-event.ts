export interface FairwellEventOptions {
  /** May a host forbid what would follow, with `preventDefault()`? */
  cancelable?: boolean;
}

/** Every event of the library: it bubbles, leaves shadow roots and carries its facts in `detail`. */
export abstract class FairwellEvent<Detail = null> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail, { cancelable = false }: FairwellEventOptions = {}) {
    super(type, { detail, bubbles: true, composed: true, cancelable });
  }
}
