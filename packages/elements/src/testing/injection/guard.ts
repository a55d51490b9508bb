import { elementsBelow, nameOf } from '../matrix/visible.js';
import { sentinel } from './payloads.js';

/** What our elements draw with. Whatever else is in a shadow root came in by its words. */
const knownTags = new Set(
  (
    'section form div h2 h3 p ul ol li strong em br a button svg path fieldset legend label ' +
    'input textarea select option span s img slot dialog progress dl dt dd time bdi acme-rating'
  ).split(' '),
);

const addressAttributes = ['href', 'src', 'srcset', 'action', 'formaction', 'xlink:href', 'data'];
const knownProtocols = ['http:', 'https:', 'mailto:', 'tel:'];

/** What watches a page while payloads go through it. */
export interface Guard {
  /** What ran, or tried to, or is in the page and should not be. */
  findings: () => string[];
  stop: () => void;
}

/** Lets no text become markup or code from here on, for as long as this page is there. */
function requireTrustedTypes(): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "require-trusted-types-for 'script'";
  document.head.append(policy);
}

export function createGuard(): Guard {
  requireTrustedTypes();
  const happened: string[] = [];
  const report = ({ sample, violatedDirective }: SecurityPolicyViolationEvent): void => {
    happened.push(`${violatedDirective} was violated: ${sample}`);
  };
  document.addEventListener('securitypolicyviolation', report);
  Reflect.set(window, sentinel, () => happened.push('a payload ran'));
  const inherited = Reflect.ownKeys(Object.prototype).length;

  return {
    findings: () => [
      ...happened.splice(0),
      ...(Reflect.ownKeys(Object.prototype).length > inherited ? ['every object was changed'] : []),
      ...elementsBelow(document.body).flatMap(intrusions),
    ],
    stop() {
      document.removeEventListener('securitypolicyviolation', report);
      Reflect.deleteProperty(window, sentinel);
    },
  };
}

function intrusions(element: Element): string[] {
  const name = nameOf(element);
  const isKnown = knownTags.has(element.localName) || element.localName.startsWith('fw-');
  return [
    ...(isKnown ? [] : [`${name} is in the page`]),
    ...[...element.attributes]
      .filter(({ name: attribute, value }) => isIntrusion(attribute, value))
      .map(({ name: attribute, value }) => `${name} has ${attribute}="${value}"`),
  ];
}

function isIntrusion(attribute: string, value: string): boolean {
  if (attribute.startsWith('on') || attribute === 'srcdoc') return true;
  // The brand's accent is the one thing that is set on an element.
  if (attribute === 'style') return !/^(--fw-brand-[a-z-]+:[^;:]*;? *)*$/.test(value);
  return addressAttributes.includes(attribute) && !isHarmless(value);
}

/** Leads to a page, a mail or a call, or nowhere. */
function isHarmless(address: string): boolean {
  return (
    !URL.canParse(address, location.href) ||
    knownProtocols.includes(new URL(address, location.href).protocol)
  );
}
