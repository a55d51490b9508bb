/** One opening of the flow, as the page saw it. */
export interface Opening {
  /** Milliseconds from the click to the end of the frame that paints the first step. */
  time: number;
  /** Sum of the layout shifts until the flow is at rest, those after an input included. */
  shift: number;
  /** Tasks of more than 50 ms until the flow is at rest. */
  longTasks: number;
}

/** What the page gives to whoever measures it. */
export interface Bench {
  /** Resolves when all the code that the flow needs is there. */
  preloaded(): Promise<void>;
  /** Waits for the next click. */
  arm(): void;
  /** Resolves when what was opened by that click is at rest. */
  opening(): Promise<Opening>;
  /**
   * Changes the language of the page, while the flow is open.
   * @returns milliseconds until the frame is painted in which all is in the new one; it is loaded first.
   */
  speak(language: string): Promise<number>;
}
