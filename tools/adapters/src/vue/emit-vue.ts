import { readFileSync } from 'node:fs';
import { editsOf } from '../edits.ts';
import type { Emitted } from '../emitter.ts';
import type { ElementModel, EventModel, PropertyModel, SlotModel } from '../model.ts';
import { docComment, pascalCase } from '../text.ts';

/** Copied beside the wrappers, which are made by it. */
const support = readFileSync(new URL('define-element.ts', import.meta.url), 'utf8');

const header = '// Written by @fairwell-tools/adapters from the custom-elements manifest.\n';

/** `PlanChange` → `planChange` */
function camel(pascal: string): string {
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `fw-plan-change` → `plan-change` */
function emitName({ name }: EventModel): string {
  return name.replace('fw-', '');
}

/** Is it nothing but true, false or undefined: then a template may just name it. */
function isFlag({ type }: PropertyModel): boolean {
  const members = type.split('|').map((member) => member.trim());
  return members.includes('boolean') && members.every((each) => /^(boolean|undefined)$/.test(each));
}

function emitProperty(className: string, property: PropertyModel): string {
  const initial = property.default === undefined ? '' : `@default ${property.default}`;
  const doc = docComment([property.description, initial], '  ');
  return `${doc}  ${property.name}?: ${className}['${property.name}'] | undefined;\n`;
}

function emitListener(event: EventModel): string {
  const doc = docComment([event.description, `Listens to \`${event.name}\`.`], '  ');
  return `${doc}  on${pascalCase(event.name)}?: ((event: ${event.type}) => void) | undefined;\n`;
}

function emitUpdate(className: string, property: string): string {
  const doc = docComment([`For \`v-model:${property}\`: what the customer made of it.`], '  ');
  return `${doc}  'onUpdate:${property}'?: ((value: ${className}['${property}']) => void) | undefined;\n`;
}

function emitSlot({ name, description }: SlotModel): string {
  return `${docComment([description], '  ')}  ${name ? `'${name}'` : 'default'}?: () => unknown;\n`;
}

function emitElement(element: ElementModel): string {
  const { tag, className, module, summary, description, properties, events, slots } = element;
  const name = pascalCase(tag);
  const eventTypes = [...new Set(events.map((event) => event.className))].sort();
  const edits = events
    .map((event) => [emitName(event), editsOf(element, event)] as const)
    .filter(([, names]) => names.length > 0);
  const models = [...new Set(edits.flatMap(([, names]) => names))];
  const quoted = (names: readonly string[]) => names.map((each) => `'${each}'`).join(', ');
  const types = [`${name}Props`, className, ...(slots.length > 0 ? [`${name}Slots`] : [])];
  return `${header}
import type { ${[className, ...eventTypes].join(', ')} } from '@fairwell/elements';
import '${module}';
import { defineElement, ${properties.some(isFlag) ? 'flag, ' : ''}type ElementComponent, type ElementDefinition } from './define-element.js';

export interface ${name}Props {
${properties.map((property) => emitProperty(className, property)).join('')}${events.map(emitListener).join('')}${models.map((model) => emitUpdate(className, model)).join('')}}

${slots.length > 0 ? `export interface ${name}Slots {\n${slots.map(emitSlot).join('')}}\n\n` : ''}export const ${camel(name)}: ElementDefinition = {
  tag: '${tag}',
  props: {
${properties.map((property) => `    ${property.name}: ${isFlag(property) ? 'flag' : 'null'},\n`).join('')}  },
  events: [${quoted(events.map(emitName))}],
${edits.length > 0 ? `  edits: {\n${edits.map(([event, names]) => `    '${event}': [${quoted(names)}],\n`).join('')}  },\n` : ''}};

${docComment([summary, description, `Renders \`<${tag}>\`.`])}export const ${name}: ElementComponent<${types.join(', ')}> =
  /* @__PURE__ */ defineElement(${camel(name)});
`;
}

/** Components over `defineElement`: a module for each element, and an index. */
export function emitVue(elements: readonly ElementModel[]): Emitted {
  const modules = elements.map((element) => [element.tag.replace('fw-', ''), element] as const);
  const exported = modules.map(([file, { tag, slots }]) => {
    const name = pascalCase(tag);
    const types = [`type ${name}Props`, ...(slots.length > 0 ? [`type ${name}Slots`] : [])];
    return `export { ${[name, ...types].join(', ')} } from './${file}.js';\n`;
  });
  return new Map([
    ...modules.map(([name, element]) => [`${name}.ts`, emitElement(element)] as const),
    ['define-element.ts', header + support],
    ['index.ts', header + exported.join('')],
  ]);
}
