import type { Flow, FlowLanguage } from '@fairwell/contract';
import { isAutomatic, textsOf, wordsFor } from '@fairwell/core';

/** How far a flow is translated into each language that it has translations for. */
export function languagesOf(flow: Flow): FlowLanguage[] {
  const texts = textsOf(flow);
  return Object.entries(flow.translations ?? {}).map(([locale, given]) => {
    const made = texts.flatMap((text) => {
      const translation = given[text.key];
      return translation === undefined ? [] : [{ text, translation }];
    });
    const manual = made.filter(({ translation }) => !isAutomatic(translation));
    const isStale = ({ text, translation }: (typeof made)[number]): boolean =>
      wordsFor(text, translation) === undefined;
    const stale = made.filter(isStale);
    return {
      locale,
      manual: manual.length,
      automatic: made.length - manual.length - stale.length,
      stale: stale.map(({ text }) => text.key),
      // A sum of money may well stay as it is.
      missing: texts
        .filter(({ key, kind }) => kind !== 'amount' && given[key] === undefined)
        .map(({ key }) => key),
    };
  });
}
