import { countCharacters } from '@fairwell/core';
import { html, nothing, type TemplateResult } from 'lit';
import { msg, plural, str } from '../localization/localization.js';

export interface TextField {
  label: string | undefined;
  /** Id of what names the field when it has no label of its own. */
  labelledBy: string;
  text: string;
  required: boolean;
  /** In characters as a person counts them; 0 for none. */
  minLength: number;
  disabled: boolean;
  invalid: boolean;
  write: (text: string) => void;
}

/** As many characters as the session record takes. */
const maxLength = 10_000;

function counted(length: number, minLength: number): string {
  return plural(minLength, {
    one: () => msg(str`${length} of at least ${minLength} character`, { id: 'textCounter.one' }),
    other: () =>
      msg(str`${length} of at least ${minLength} characters`, { id: 'textCounter.other' }),
  });
}

/** A field for the customer's own words. */
export function renderTextField(field: TextField): TemplateResult {
  const length = field.minLength && countCharacters(field.text.trim());
  return html`
    <div class="field">
      ${field.label ? html`<label for="text">${field.label}</label>` : nothing}
      <textarea
        part="textarea"
        id="text"
        rows="4"
        maxlength=${maxLength}
        aria-labelledby=${field.label ? nothing : field.labelledBy}
        aria-describedby=${field.invalid ? 'counter issue' : 'counter'}
        aria-required=${field.required}
        aria-invalid=${field.invalid}
        ?disabled=${field.disabled}
        .value=${field.text}
        @input=${(event: InputEvent) => {
          if (event.target instanceof HTMLTextAreaElement) field.write(event.target.value);
        }}
      ></textarea>
      ${
        field.minLength > 0
          ? html`<p part="counter" id="counter">${counted(length, field.minLength)}</p>`
          : nothing
      }
    </div>
  `;
}
