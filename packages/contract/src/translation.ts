import { Type, type Static } from 'typebox';

const locale = Type.String({ maxLength: 35, description: 'BCP 47' });
const count = Type.Integer({ minimum: 0 });
const keys = (description: string) => Type.Array(Type.String(), { description });

/** How far a draft is translated into a language. */
export const FlowLanguage = Type.Object({
  locale,
  manual: Type.Integer({ minimum: 0, description: 'Texts that somebody wrote' }),
  automatic: Type.Integer({ minimum: 0, description: 'Texts that a translator made' }),
  stale: keys('Texts that have changed since a translator made these; they are not shown'),
  missing: keys('Texts that are shown in the language of the flow'),
});
export type FlowLanguage = Static<typeof FlowLanguage>;

/** `GET /v1/admin/flows/:id/languages`. */
export const FlowLanguages = Type.Object({
  revision: Type.Integer({ minimum: 1, description: 'Of the draft' }),
  locale: Type.Union([locale, Type.Null()], { description: "The flow's own language" }),
  languages: Type.Array(FlowLanguage),
});
export type FlowLanguages = Static<typeof FlowLanguages>;

/** `POST /v1/admin/flows/:id/translate`. */
export const TranslateFlowRequest = Type.Object(
  {
    revision: Type.Integer({
      minimum: 1,
      maximum: 2_147_483_647,
      description:
        'Of the draft as it was read; another one means that somebody has changed it since',
    }),
    locales: Type.Optional(
      Type.Array(locale, {
        minItems: 1,
        maxItems: 60,
        description: 'Those that the draft has translations for, if absent',
      }),
    ),
    again: Type.Optional(
      Type.Boolean({ description: 'Have every text made anew that a translator made' }),
    ),
  },
  { examples: [{ revision: 1, locales: ['de', 'pt-BR'] }] },
);
export type TranslateFlowRequest = Static<typeof TranslateFlowRequest>;

export const TranslatedFlow = Type.Object({
  ...FlowLanguages.properties,
  made: Type.Record(Type.String(), count, { description: 'How many texts were made, by language' }),
  refused: Type.Array(Type.Object({ locale, key: Type.String(), message: Type.String() }), {
    description: 'What a translator made that could not be shown',
  }),
});
export type TranslatedFlow = Static<typeof TranslatedFlow>;
