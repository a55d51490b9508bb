import type { Emitted } from '../emitter.ts';
import type { ElementModel, PropertyModel } from '../model.ts';
import { customProperties, merged, type Described } from './merged.ts';

function list(title: string, entries: readonly Described[]): string {
  const lines = entries.map(
    ({ name, description }) => `- \`${name || 'default'}\`: ${description}`,
  );
  return lines.length > 0 ? `**${title}**\n${lines.join('\n')}` : '';
}

/** The values of a type that is a union of texts, and of no other. */
function valuesOf(type: string): { name: string }[] {
  const members = type.split('|').map((member) => member.trim());
  const texts = members.filter((member) => !['undefined', 'null'].includes(member));
  return texts.every((text) => /^'[^']*'$/.test(text))
    ? texts.map((text) => ({ name: text.slice(1, -1) }))
    : [];
}

function attribute({ attribute, type, description }: PropertyModel) {
  if (attribute === undefined) return [];
  const values = valuesOf(type);
  return [
    {
      name: attribute,
      description,
      // `v`: an attribute that needs no value.
      ...(type === 'boolean' ? { valueSet: 'v' } : values.length > 0 ? { values } : {}),
    },
  ];
}

function tag({ tag, summary, description, properties, events, slots }: ElementModel) {
  const paragraphs = [summary, description, list('Events', events), list('Slots', slots)];
  return {
    name: tag,
    description: { kind: 'markdown', value: paragraphs.filter(Boolean).join('\n\n') },
    attributes: properties.flatMap(attribute),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/**
 * Custom data for the HTML and CSS of VS Code, and of whatever else speaks its language servers: the
 * tags with their attributes; parts and custom properties.
 */
export function emitVsCode(elements: readonly ElementModel[]): Emitted {
  return new Map([
    ['vscode.html-custom-data.json', json({ version: 1.1, tags: elements.map(tag) })],
    [
      'vscode.css-custom-data.json',
      json({
        version: 1.1,
        properties: customProperties(elements),
        pseudoElements: merged(
          elements.flatMap(({ parts }) =>
            parts.map(({ name, description }) => ({ name: `::part(${name})`, description })),
          ),
        ),
      }),
    ],
  ]);
}
