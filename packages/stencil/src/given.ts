/** Options, or a function that is asked for them when they are needed, with what the component then has. */
export type Given<Options> = Options | (() => Options);

export function current<Options extends object>(given: Given<Options>): Options {
  return typeof given === 'function' ? given() : given;
}
