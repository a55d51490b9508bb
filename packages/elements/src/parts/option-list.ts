import { html, nothing, type TemplateResult } from 'lit';

export interface OptionList {
  options: readonly { id: string; label: string }[];
  selected: string | null;
  disabled: boolean;
  invalid: boolean;
  /** Id of what names the group. */
  labelledBy: string;
  select: (id: string) => void;
}

/** One choice of several, by native radio buttons. */
export function renderOptionList(list: OptionList): TemplateResult {
  return html`
    <fieldset
      class="options"
      role="radiogroup"
      aria-labelledby=${list.labelledBy}
      aria-describedby=${list.invalid ? 'issue' : nothing}
      aria-invalid=${list.invalid}
      ?disabled=${list.disabled}
    >
      ${list.options.map(
        ({ id, label }) => html`
          <label part="option">
            <input
              part="option-input"
              type="radio"
              name="option"
              .value=${id}
              .checked=${id === list.selected}
              @change=${() => list.select(id)}
            />
            <span part="option-label">${label}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
