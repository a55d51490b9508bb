import { readFileSync } from 'node:fs';
import { editsOf } from '../edits.ts';
import type { Emitted } from '../emitter.ts';
import type { ElementModel, EventModel, PropertyModel, SlotModel } from '../model.ts';
import { docComment, pascalCase } from '../text.ts';

const header = '// Written by @fairwell-tools/adapters from the custom-elements manifest.\n';

/** Copied beside the directives, which are made of it. */
const support = ['element.ts', 'value-accessor.ts'].map(
  (name) => [name, header + readFileSync(new URL(name, import.meta.url), 'utf8')] as const,
);

/** `fw-plan-change` → `planChange` */
function outputName({ name }: EventModel): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** The member of the class, which is called otherwise where a property has that name. */
function outputMember({ properties }: ElementModel, event: EventModel): string {
  const name = outputName(event);
  return properties.some((property) => property.name === name) ? `${name}Event` : name;
}

function emitInput(className: string, property: PropertyModel, isModel: boolean): string {
  const { name, type, description } = property;
  const initial = property.default === undefined ? '' : `@default ${property.default}`;
  const doc = docComment([description, initial], '  ');
  const declared = `${className}['${name}']`;
  const member = (signal: string, value: string) =>
    `${doc}  readonly ${name}: ${signal} = ${value};\n`;
  if (isModel)
    return member(`ModelSignal<${declared}>`, `model<${declared}>(${property.default ?? ''})`);
  return type === 'boolean'
    ? member('FlagInput', 'input(undefined, { transform: flag })')
    : member(`InputSignal<${declared} | undefined>`, 'input()');
}

function emitOutput(element: ElementModel, event: EventModel): string {
  const name = outputName(event);
  const member = outputMember(element, event);
  const doc = docComment([event.description, `Listens to \`${event.name}\`.`], '  ');
  const alias = member === name ? '' : `'${name}'`;
  return `${doc}  @Output(${alias}) readonly ${member}: OutputRef<${event.type}> = listen('${event.name.replace('fw-', '')}');\n`;
}

function slotDoc({ name, description }: SlotModel): string {
  return `Slot ${name ? `\`${name}\`` : '(content)'}: ${description}`;
}

/** What follows a control of a form: where one thing is asked for. */
function emitProviders(name: string, answers: readonly string[]): string {
  if (answers.length !== 1) return '';
  return `  providers: [
    {
      provide: NG_VALUE_ACCESSOR,
      multi: true,
      useFactory: () => {
        const directive = inject(${name});
        return valueAccessor(directive.element, directive.${answers.join('')});
      },
    },
  ],\n`;
}

function emitImports(
  { className, module, properties, events }: ElementModel,
  models: readonly string[],
  isControl: boolean,
): string {
  const plain = properties.filter(({ name }) => !models.includes(name));
  const hasFlags = plain.some(({ type }) => type === 'boolean');
  const hasInputs = plain.some(({ type }) => type !== 'boolean');
  const hasModels = models.length > 0;
  const hasEvents = events.length > 0;
  const eventTypes = [...new Set(events.map((event) => event.className))].sort();
  const core = [
    'Directive',
    ...(isControl ? ['inject'] : []),
    ...(plain.length > 0 ? ['input'] : []),
    ...(hasInputs ? ['type InputSignal'] : []),
    ...(hasModels ? ['model', 'type ModelSignal'] : []),
    ...(hasEvents ? ['Output', 'type OutputRef'] : []),
  ];
  const own = [
    ...(hasFlags ? ['flag', 'type FlagInput'] : []),
    ...(hasModels ? ['follow'] : []),
    'injectElement',
    'inputsOf',
    ...(hasEvents ? ['listen'] : []),
    'setProperties',
  ];
  const forms = isControl ? `import { NG_VALUE_ACCESSOR } from '@angular/forms';\n` : '';
  const accessor = isControl ? `import { valueAccessor } from './value-accessor.js';\n` : '';
  return `import { ${core.join(', ')} } from '@angular/core';
${forms}import type { ${[className, ...eventTypes].join(', ')} } from '@fairwell/elements';
import '${module}';
import { ${own.join(', ')} } from './element.js';
${accessor}`;
}

function emitElement(element: ElementModel): string {
  const { tag, className, summary, description, properties, events, slots } = element;
  const name = pascalCase(tag);
  const edits = events.flatMap((event) =>
    editsOf(element, event).map((property) => [property, outputMember(element, event)] as const),
  );
  const models = [...new Set(edits.map(([property]) => property))];
  // Being open is no answer.
  const answers = models.filter((property) => property !== 'open');
  const paragraphs = [summary, description, ...slots.map(slotDoc), `Stands on \`<${tag}>\`.`];
  return `${header}
${emitImports(element, models, answers.length === 1)}
${docComment(paragraphs)}@Directive({
  selector: '${tag}',
${emitProviders(name, answers)}})
export class ${name} {
  readonly element: ${className} = injectElement();

${properties.map((property) => emitInput(className, property, models.includes(property.name))).join('')}${events.map((event) => emitOutput(element, event)).join('')}
  constructor() {
    setProperties(this);
${edits.map(([property, event]) => `    follow(this.${property}, this.${event}, () => this.element.${property});\n`).join('')}  }

  /** What is set on the element. */
  properties(): object {
    return inputsOf(this);
  }
}
`;
}

/** Directives on the tags of the elements: a module for each element, and an index. */
export function emitAngular(elements: readonly ElementModel[]): Emitted {
  const modules = elements.map((element) => [element.tag.replace('fw-', ''), element] as const);
  const exported = modules.map(([name]) => `export * from './${name}.js';\n`).join('');
  return new Map([
    ...modules.map(([name, element]) => [`${name}.ts`, emitElement(element)] as const),
    ...support,
    ['index.ts', header + exported],
  ]);
}
