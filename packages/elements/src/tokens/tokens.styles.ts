import { css } from 'lit';
import { readableOn } from './readable-on.js';

/**
 * Every design token and its default. A page sets `--fw-NAME` on any ancestor; the elements read
 * `--_NAME`, which is the page's value or the default. Both themes stand in one place: `light-dark()`
 * picks by the `color-scheme` the element inherits or is given.
 *
 * Three tiers: what all else is made of, what a thing means, and what one component does with it.
 * Each reads only those above it.
 *
 * Between a page's own accent and the default come the accent of the flow's brand and that of a theme.
 */
export const tokens = css`
  :host {
    /* Primitive */
    --_color-scheme: var(--fw-color-scheme, inherit);
    --_space: var(--fw-space, 4px);
    --_radius: var(--fw-radius, 8px);
    --_target-size: var(--fw-target-size, 44px);
    --_duration: var(--fw-duration, 150ms);
    --_font-family: var(--fw-font-family, inherit);
    --_font-size: var(--fw-font-size, inherit);
    --_small-font-size: var(--fw-small-font-size, 0.875em);
    --_large-font-size: var(--fw-large-font-size, 1.125em);
    --_strong-font-weight: var(--fw-strong-font-weight, 600);
    --_line-height: var(--fw-line-height, 1.5);

    /* Semantic */
    --_color-surface: var(--fw-color-surface, light-dark(#ffffff, #1b1e24));
    --_color-text: var(--fw-color-text, light-dark(#1a1d23, #eceef2));
    --_color-text-muted: var(--fw-color-text-muted, light-dark(#545b68, #a9b0bd));
    --_color-border: var(--fw-color-border, light-dark(#dfe2e8, #383e49));
    --_color-control-border: var(--fw-color-control-border, light-dark(#858d9b, #7b8494));
    --_color-accent: var(
      --fw-color-accent,
      var(--fw-brand-accent, var(--fw-theme-accent, light-dark(#3450c4, #9db1ff)))
    );
    --_color-on-accent: var(--fw-color-on-accent, ${readableOn('var(--_color-accent)')});
    --_color-accent-hover: var(
      --fw-color-accent-hover,
      color-mix(in srgb, var(--_color-accent) 88%, ${readableOn('var(--_color-on-accent)')})
    );
    --_color-accent-soft: var(
      --fw-color-accent-soft,
      color-mix(in srgb, var(--_color-accent) 9%, var(--_color-surface))
    );
    --_color-danger: var(--fw-color-danger, light-dark(#b3261e, #ff9a90));
    --_color-on-danger: var(--fw-color-on-danger, ${readableOn('var(--_color-danger)')});
    --_color-danger-hover: var(
      --fw-color-danger-hover,
      color-mix(in srgb, var(--_color-danger) 88%, ${readableOn('var(--_color-on-danger)')})
    );
    --_color-danger-soft: var(
      --fw-color-danger-soft,
      color-mix(in srgb, var(--_color-danger) 8%, var(--_color-surface))
    );
    --_color-notice: var(
      --fw-color-notice,
      color-mix(in srgb, var(--_color-text) 5%, var(--_color-surface))
    );
    --_color-field: var(--fw-color-field, var(--_color-surface));
    --_color-secondary: var(--fw-color-secondary, var(--_color-surface));
    --_color-on-secondary: var(--fw-color-on-secondary, var(--_color-text));
    --_color-secondary-hover: var(
      --fw-color-secondary-hover,
      color-mix(in srgb, var(--_color-on-secondary) 5%, var(--_color-secondary))
    );
    --_color-overlay: var(--fw-color-overlay, light-dark(rgb(15 18 25 / 50%), rgb(0 0 0 / 65%)));
    --_color-focus: var(--fw-color-focus, var(--_color-text));

    /* Component */
    --_heading-font-family: var(--fw-heading-font-family, inherit);
    --_heading-font-size: var(--fw-heading-font-size, 1.5em);
    --_heading-font-weight: var(--fw-heading-font-weight, var(--_strong-font-weight));
    --_heading-line-height: var(--fw-heading-line-height, 1.25);
    --_heading-letter-spacing: var(--fw-heading-letter-spacing, -0.01em);
    --_header-align: var(--fw-header-align, start);
    --_button-radius: var(--fw-button-radius, var(--_radius));
    --_button-font-weight: var(--fw-button-font-weight, var(--_strong-font-weight));
    --_option-radius: var(--fw-option-radius, var(--_radius));
    --_badge-radius: var(--fw-badge-radius, calc(var(--_radius) * 0.75));
    --_overlay-filter: var(--fw-overlay-filter, none);
    --_modal-width: var(--fw-modal-width, 480px);
    --_modal-radius: var(--fw-modal-radius, calc(var(--_radius) * 2));
    --_modal-padding: var(--fw-modal-padding, calc(var(--_space) * 8));
    --_modal-border: var(--fw-modal-border, none);
    --_modal-shadow: var(
      --fw-modal-shadow,
      0 1px 2px rgb(15 18 25 / 8%),
      0 16px 48px rgb(15 18 25 / 18%)
    );
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_duration: 0s;
    }
  }
`;
