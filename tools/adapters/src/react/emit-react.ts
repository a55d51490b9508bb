import { readFileSync } from 'node:fs';
import type { Emitted } from '../emitter.ts';
import type { ElementModel, EventModel, PropertyModel, SlotModel } from '../model.ts';
import { docComment, pascalCase } from '../text.ts';

/** Copied beside the wrappers, which need it. */
const support = readFileSync(new URL('element-props.ts', import.meta.url), 'utf8');

const header = '// Written by @fairwell-tools/adapters from the custom-elements manifest.\n';

/** `fw-plan-change` → `onPlanChange` */
function eventProp({ name }: EventModel): string {
  return `on${pascalCase(name)}`;
}

function emitProperty(className: string, property: PropertyModel): string {
  const initial = property.default === undefined ? '' : `@default ${property.default}`;
  const doc = docComment([property.description, initial], '  ');
  return `${doc}  ${property.name}?: ${className}['${property.name}'] | undefined;\n`;
}

function emitListener(event: EventModel): string {
  const doc = docComment([event.description, `Listens to \`${event.name}\`.`], '  ');
  return `${doc}  ${eventProp(event)}?: ((event: ${event.type}) => void) | undefined;\n`;
}

function emitEventName(event: EventModel): string {
  return `    ${eventProp(event)}: '${event.name}' as EventName<${event.type}>,\n`;
}

function slotDoc({ name, description }: SlotModel): string {
  return `Slot ${name ? `\`${name}\`` : '(children)'}: ${description}`;
}

function emitElement(element: ElementModel): string {
  const { tag, className, module, summary, description, properties, events, slots } = element;
  const name = pascalCase(tag);
  const eventTypes = [...new Set(events.map((event) => `type ${event.className}`))].sort();
  const paragraphs = [summary, description, ...slots.map(slotDoc), `Renders \`<${tag}>\`.`];
  return `${header}'use client';

import { ${[className, ...eventTypes].join(', ')} } from '@fairwell/elements';
import '${module}';
import { createComponent${events.length > 0 ? ', type EventName' : ''} } from '@lit/react';
import * as React from 'react';
import type { ElementComponent, ElementProps } from './element-props.js';

interface Own {
${properties.map((property) => emitProperty(className, property)).join('')}${events.map(emitListener).join('')}}

export type ${name}Props = ElementProps<Own, ${className}>;

${docComment(paragraphs)}export const ${name}: ElementComponent<${name}Props, ${className}> = createComponent({
  react: React,
  tagName: '${tag}',
  elementClass: ${className},
  displayName: '${name}',
  events: {
${events.map(emitEventName).join('')}  },
});
`;
}

/** Wrappers over `createComponent` of @lit/react: a module for each element, and an index. */
export function emitReact(elements: readonly ElementModel[]): Emitted {
  const modules = elements.map((element) => [element.tag.replace('fw-', ''), element] as const);
  const exported = modules.map(([name]) => `export * from './${name}.js';\n`).join('');
  return new Map([
    ...modules.map(([name, element]) => [`${name}.ts`, emitElement(element)] as const),
    ['element-props.ts', header + support],
    ['index.ts', header + exported],
  ]);
}
