/** What goes wrong with a request. */
export type Fault =
  /** Answered with an error before anything was executed; no idempotent answer is kept. */
  | {
      readonly type: 'refuse';
      readonly status: 402 | 429 | 500 | 503;
      readonly shouldRetry?: boolean;
    }
  /** The connection is dropped before anything was executed. */
  | { readonly type: 'lose-request' }
  /** Executed, then the connection is dropped. */
  | { readonly type: 'lose-response' }
  /**
   * Answered with 500, which is what a repeated idempotency key gets as well: before anything was
   * executed, or after it was.
   */
  | { readonly type: 'fail-before' | 'fail-after' }
  /** Neither executed nor answered until `release`, which lets it go on. */
  | { readonly type: 'hang' }
  /** Executed, then answered with 200 and a body that is no JSON. */
  | { readonly type: 'garbage'; readonly body: 'html' | 'truncated-json' };

interface Where {
  /** How the request begins, `'POST /v1/subscriptions/sub_1'`; left out, every request matches. */
  readonly on?: string;
}

interface Rule {
  readonly fault: Fault;
  readonly on: string;
  readonly strikes: () => boolean;
  remaining: number;
}

/** The faults to come. Rules are asked in the order in which they were set; the first that strikes wins. */
export class Faults {
  #rules: Rule[] = [];
  #hanging: ((isReleased: boolean) => void)[] = [];

  /** Strikes the next matching requests: one, or `times`. */
  next(fault: Fault, where: Where & { readonly times?: number } = {}): void {
    this.#add(fault, where, where.times ?? 1, () => true);
  }

  /** Strikes a matching request whenever `random()`, in [0, 1), is under `probability`. */
  randomly(
    fault: Fault,
    where: Where & { readonly probability: number; readonly random: () => number },
  ): void {
    this.#add(fault, where, Infinity, () => where.random() < where.probability);
  }

  /** Forgets the faults to come. */
  clear(): void {
    this.#rules = [];
  }

  /** Lets the hanging requests go on: they are executed and answered. */
  release(): void {
    this.#settle(true);
  }

  /** @internal The fault that strikes this request. */
  take(method: string, path: string): Fault | undefined {
    const line = `${method} ${path}`;
    const struck = this.#rules.find((rule) => line.startsWith(rule.on) && rule.strikes());
    if (!struck) return undefined;
    struck.remaining -= 1;
    this.#rules = this.#rules.filter((rule) => rule.remaining > 0);
    return struck.fault;
  }

  /** @internal Resolves to whether the request may go on. */
  hang(): Promise<boolean> {
    return new Promise((resolve) => this.#hanging.push(resolve));
  }

  /** @internal Gives the hanging requests up. */
  close(): void {
    this.#settle(false);
  }

  #add(fault: Fault, where: Where, remaining: number, strikes: () => boolean): void {
    this.#rules.push({ fault, on: where.on ?? '', strikes, remaining });
  }

  #settle(isReleased: boolean): void {
    const hanging = this.#hanging;
    this.#hanging = [];
    for (const resolve of hanging) resolve(isReleased);
  }
}
