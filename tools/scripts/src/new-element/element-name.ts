const kinds = { step: 'Steps', offer: 'Offers', wall: 'Walls', page: 'Pages' } as const;
type Kind = keyof typeof kinds;

/** The forms in which an element's name appears, of `trial-extension-offer`. */
export interface ElementName {
  /** `trial-extension-offer` */
  readonly folder: string;
  /** `fw-trial-extension-offer` */
  readonly tag: string;
  /** `TrialExtensionOfferElement` */
  readonly className: string;
  /** `trialExtensionOffer`: begins the names of its styles and words. */
  readonly variable: string;
  readonly kind: Kind;
  /** `TrialExtensionOffer`: the contract's type, where it is an offer. */
  readonly type: string;
  /** `trial-extension-step`: the part on its root, by which a stylesheet knows the step. */
  readonly part: string;
  /** `Offers/Trial extension` */
  readonly title: string;
}

function isKind(word: string): word is Kind {
  return Object.hasOwn(kinds, word);
}

/** @throws Error that says what a name looks like, when this is none. */
export function elementName(folder: string): ElementName {
  const words = folder.split('-');
  const kind = words.at(-1) ?? '';
  if (words[0] === 'fw') throw new Error(`Leave the prefix away: ${words.slice(1).join('-')}.`);
  if (words.length < 2 || !words.every((word) => /^[a-z][a-z0-9]*$/.test(word)) || !isKind(kind)) {
    throw new Error(
      `"${folder}" is no name for an element: write lower-case words joined by hyphens, the last one ${Object.keys(kinds).join(', ')}. For example: pause-offer.`,
    );
  }
  const type = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const own = words.slice(0, -1).join(' ');
  return {
    folder,
    tag: `fw-${folder}`,
    className: `${type}Element`,
    variable: type.charAt(0).toLowerCase() + type.slice(1),
    kind,
    type,
    part: kind === 'offer' ? [...words.slice(0, -1), 'step'].join('-') : folder,
    title: `${kinds[kind]}/${own.charAt(0).toUpperCase()}${own.slice(1)}`,
  };
}
