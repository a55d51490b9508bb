import type { Emitted, Library } from '../emitter.ts';
import type { ElementModel, PropertyModel } from '../model.ts';
import { customProperties } from './merged.ts';

const schema = 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json';

function attribute({ attribute, type, default: initial, description }: PropertyModel) {
  if (attribute === undefined) return [];
  const value = type === 'boolean' ? { type, required: false } : { type };
  return [{ name: attribute, description, default: initial, value }];
}

function element(model: ElementModel, library: Library) {
  const { tag, className, summary, description, properties, events, slots } = model;
  return {
    name: tag,
    description: [summary, description].filter(Boolean).join('\n\n'),
    source: { module: library.name, symbol: className },
    attributes: properties.flatMap(attribute),
    slots,
    js: {
      properties: properties.map(({ name, type, default: initial, description }) => ({
        name,
        type,
        default: initial,
        description,
      })),
      events: events.map(({ name, type, description }) => ({ name, type, description })),
    },
    css: { parts: model.parts },
  };
}

/** `web-types.json`, by which JetBrains' editors know the tags. */
export function emitWebTypes(elements: readonly ElementModel[], library: Library): Emitted {
  const webTypes = {
    $schema: schema,
    name: library.name,
    version: library.version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: { elements: elements.map((model) => element(model, library)) },
      css: { properties: customProperties(elements) },
    },
  };
  return new Map([['web-types.json', `${JSON.stringify(webTypes, null, 1)}\n`]]);
}
