import { css } from 'lit';

export const planChangeOfferStyles = css`
  .current {
    color: var(--_color-text-muted);
  }

  /* Side by side where there is room. */
  .plans {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5em), 1fr));
    gap: calc(var(--_space) * 3);
  }

  [part~='plan'],
  .details {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 2);
  }

  [part~='plan'] {
    position: relative;
    padding: calc(var(--_space) * 5);
    border: 1px solid var(--_color-border);
    border-radius: var(--_option-radius);
    background: var(--_color-field);
    transition:
      background-color var(--_duration),
      border-color var(--_duration);
  }

  .plans [part~='plan'] {
    padding: calc(var(--_space) * 4);
  }

  .plans [part~='plan']:hover {
    border-color: var(--_color-control-border);
  }

  [part~='plan']:has(:checked) {
    border-color: var(--_color-accent);
    background: var(--_color-accent-soft);
  }

  [part~='plan']:has(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  .title {
    display: flex;
    align-items: baseline;
    gap: calc(var(--_space) * 3);
  }

  [part~='plan-name'] {
    margin: 0;
    font-size: var(--_large-font-size);
    font-weight: var(--_strong-font-weight);
    line-height: var(--_heading-line-height);
  }

  /* The whole card is the target of its radio button. */
  label[part~='plan-name'] {
    cursor: pointer;
  }

  label[part~='plan-name']::after {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    content: '';
  }

  [part~='option-input'] {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    margin: 0;
    transform: translateY(0.125em);
    accent-color: var(--_color-accent);
  }

  [part~='option-input']:focus-visible {
    outline: none;
  }

  [part~='plan-tagline'],
  [part~='price-before'],
  [part~='plan-features'] {
    color: var(--_color-text-muted);
  }

  .prices {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: calc(var(--_space) * 2);
    font-variant-numeric: tabular-nums;
  }

  [part~='price'] {
    font-size: var(--_large-font-size);
    font-weight: var(--_strong-font-weight);
  }

  .plans [part~='price'] {
    font-size: 1em;
  }

  [part~='plan-features'] {
    display: flex;
    flex-direction: column;
    gap: var(--_space);
    padding-inline-start: 1.25em;
  }

  @media (forced-colors: active) {
    [part~='plan']:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
`;
