import { readFileSync } from 'node:fs';
import type { Emitted } from '../emitter.ts';
import type { ElementModel, EventModel, PropertyModel } from '../model.ts';
import { docComment } from '../text.ts';

const header = '// Written by @fairwell-tools/adapters from the custom-elements manifest.\n';

/** A module for each framework, for a page that writes the tags themselves. */
const frameworks = ['react', 'preact', 'solid', 'svelte', 'vue'];

const copy = (name: string) => readFileSync(new URL(`${name}.ts`, import.meta.url), 'utf8');

/** The class says what each of them is about. */
function emitProperties(className: string, properties: readonly PropertyModel[]): string {
  const names = properties.map(({ name }) => `'${name}'`).join(' | ');
  return `Pick<${className}, ${names || 'never'}>`;
}

function emitAttribute(className: string, property: PropertyModel): string {
  if (property.attribute === undefined) return '';
  const doc = docComment([property.description], '      ');
  return `${doc}      '${property.attribute}': ${className}['${property.name}'];\n`;
}

function emitEvent({ name, type, description }: EventModel): string {
  return `${docComment([description], '      ')}      '${name}': ${type};\n`;
}

function emitElement(element: ElementModel): string {
  const { tag, className, summary, description, properties, events } = element;
  return `${docComment([summary, description], '  ')}  '${tag}': {
    element: ${className};
    properties: ${emitProperties(className, properties)};
    attributes: {
${properties.map((property) => emitAttribute(className, property)).join('')}    };
    events: {
${events.map(emitEvent).join('')}    };
  };
`;
}

function emitElements(elements: readonly ElementModel[]): string {
  const names = elements.flatMap(({ className, events }) => [
    className,
    ...events.map((event) => event.className),
  ]);
  return `${header}import type {
${[...new Set(names)]
  .sort()
  .map((name) => `  ${name},\n`)
  .join('')}} from '../index.js';

/** Of each tag: its class, what a host may set, and what it fires. */
export interface FairwellElements {
${elements.map(emitElement).join('')}}
`;
}

/**
 * Types of the tags for the JSX of React, Preact and Solid, and for the templates of Svelte and Vue: a
 * module each, to be imported for what it adds there.
 */
export function emitJsx(elements: readonly ElementModel[]): Emitted {
  return new Map([
    ['elements.d.ts', emitElements(elements)],
    ...['props', ...frameworks].map((name) => [`${name}.d.ts`, header + copy(name)] as const),
    // There is nothing to run, for a bundler that follows the import.
    ...['elements', 'props', ...frameworks].map((name) => [`${name}.js`, 'export {};\n'] as const),
  ]);
}
