import type {
  ClassDeclaration,
  ClassField,
  ClassMember,
  CustomElement,
  Declaration,
  Event,
  Package,
} from 'custom-elements-manifest/schema.d.ts';
import type { ElementModel, EventModel, PropertyModel } from './model.ts';

const library = '@fairwell/elements';
const prefix = 'fw-';

/** The manifest lacks what a wrapper needs. `problems` names each place and says what to write there. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The custom-elements manifest is incomplete:\n${problems.map((p) => `- ${p}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** Where the schema promises more than the analyzer finds out. */
type Found<T, Unsure extends keyof T> = Omit<T, Unsure> & Partial<Pick<T, Unsure>>;
type FoundEvent = Found<Event, 'name' | 'type'>;
type FoundField = ClassField & { readonly?: boolean; attribute?: string };
type FoundElement = CustomElement & ClassDeclaration & { tagName: string };

function isElement(declaration: Declaration): declaration is FoundElement {
  return (
    declaration.kind === 'class' && 'tagName' in declaration && declaration.tagName !== undefined
  );
}

function isSettable(member: ClassMember): member is FoundField {
  if (member.kind !== 'field') return false;
  const { static: ofClass, privacy = 'public', readonly }: FoundField = member;
  return !ofClass && privacy === 'public' && !readonly;
}

function readProperties(element: FoundElement, problems: string[]): PropertyModel[] {
  return (element.members ?? []).filter(isSettable).map((field) => {
    const { name, type, attribute, description = '' } = field;
    if (/^on/i.test(name))
      problems.push(
        `<${element.tagName}> has the property ${name}: frameworks take what begins with "on" for a listener. Fire an event, or name it handle….`,
      );
    if (!type)
      problems.push(`<${element.tagName}> has the property ${name} without a type: declare one.`);
    // Of an optional property the analyzer says twice that it may be undefined.
    const text = (type?.text ?? '').replace(/( \| undefined)+$/, ' | undefined');
    return { name, type: text, default: field.default, attribute, description };
  });
}

/**
 * The events that the doc comment names. Besides these the analyzer lists what it saw dispatched,
 * without a name of ours: each of those classes has to be among them, unless a base class
 * dispatches it, which may never come to that in this element.
 */
function readEvents(element: FoundElement, problems: string[]): EventModel[] {
  const documented: EventModel[] = [];
  const dispatched: string[] = [];
  for (const event of (element.events ?? []) as FoundEvent[]) {
    const { name, type, description = '', inheritedFrom } = event;
    const className = /^[A-Z]\w*/.exec(type?.text ?? '')?.[0];
    if (name?.startsWith(prefix)) {
      if (type && className) documented.push({ name, type: type.text, className, description });
      else
        problems.push(
          `<${element.tagName}> fires ${name} without a type: write "@fires {NameOfEvent} ${name} - What happened.", with a class that ${library} exports.`,
        );
    } else if (className && !inheritedFrom) dispatched.push(className);
  }
  for (const className of new Set(dispatched))
    if (!documented.some((each) => each.className === className))
      problems.push(
        `<${element.tagName}> dispatches ${className}, and its doc comment does not say so: write "@fires {${className}} ${prefix}… - What happened.".`,
      );
  return documented;
}

function readElement(
  element: FoundElement,
  registered: ReadonlySet<string>,
  problems: string[],
): ElementModel {
  const { tagName: tag, name: className, summary = '', description = '' } = element;
  const name = tag.slice(prefix.length);
  if (!tag.startsWith(prefix)) problems.push(`<${tag}> does not begin with ${prefix}.`);
  else if (!registered.has(name))
    problems.push(`<${tag}> is registered by no module: write src/define/${name}.ts.`);
  if (!summary) problems.push(`<${tag}> has no @summary in the doc comment of ${className}.`);
  return {
    tag,
    className,
    module: `${library}/${name}.js`,
    summary,
    description,
    properties: readProperties(element, problems),
    events: readEvents(element, problems),
    slots: (element.slots ?? []).map((slot) => ({ description: '', ...slot })),
    parts: (element.cssParts ?? []).map(({ name, description = '' }) => ({ name, description })),
    customProperties: (element.cssProperties ?? []).map((property) => ({
      name: property.name,
      default: property.default,
      description: property.description ?? '',
    })),
  };
}

/**
 * The elements of a manifest that the analyzer wrote, sorted by tag.
 * @throws {ManifestError} Naming everything that is missing at once.
 */
export function readManifest({ modules }: Package): readonly ElementModel[] {
  const problems: string[] = [];
  const registered = new Set(
    modules.flatMap(({ path }) => /\/define\/([\w-]+)\.[jt]s$/.exec(path)?.[1] ?? []),
  );
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(isElement)
    .map((element) => readElement(element, registered, problems))
    .sort((a, b) => a.tag.localeCompare(b.tag, 'en'));
  if (elements.length === 0) problems.push('It has no element: a class needs "@tag fw-…".');
  if (problems.length > 0) throw new ManifestError(problems);
  return elements;
}
