import { contrast, groundAround } from './contrast.js';
import type { Mode } from './modes.js';
import { drawnElements, isOurs, nameOf } from './visible.js';

/** In CSS pixels, in either direction. */
const targetSize = 44;
/** Of what shows where a control is and which has the focus: WCAG 2.2, 1.4.11. */
const leastContrast = 3;

/** What of the controls could not be found, pressed or told apart. */
export function controlFindings({ direction, forcedColors }: Mode): string[] {
  const ours = drawnElements(document.body).filter(isOurs);
  const controls = ours.filter((each) => each.matches('button, a[part], input, select, textarea'));
  const options = ours.filter((each) =>
    each.matches('[part~="option"], [part~="plan"]:has(input)'),
  );
  return [
    ...controls.filter(isTooSmall).map((each) => `${nameOf(each)} is smaller than 44 px`),
    ...controls.filter(isFaint).map((each) => `${nameOf(each)} has an edge that is hard to see`),
    ...(forcedColors ? controls.filter(isButton).filter(hasNoEdge) : []).map(
      (each) => `${nameOf(each)} has no edge`,
    ),
    ...unlikeFindings(options),
    ...sideFindings(ours, direction),
    ...focusFindings(controls),
  ];
}

/** What a pointer can hit for it: a radio button has its row or its card, a box its label. */
function targetOf(control: Element): Element {
  return control.closest('label, [part~="plan"]') ?? control;
}

function isTooSmall(control: HTMLElement): boolean {
  const { width, height } = targetOf(control).getBoundingClientRect();
  return width < targetSize - 0.5 || height < targetSize - 0.5;
}

/** Only its edge shows where a field is. */
function isFaint(control: HTMLElement): boolean {
  return (
    control.matches('textarea, select, input:not([type="radio"], [type="checkbox"])') &&
    !control.matches(':disabled') &&
    hasNoEdge(control)
  );
}

function isButton(control: HTMLElement): boolean {
  return control.matches(
    '[part~="primary-button"], [part~="secondary-button"], [part~="danger-button"]',
  );
}

function hasNoEdge(control: HTMLElement): boolean {
  const { borderTopColor, borderTopWidth } = getComputedStyle(control);
  return (
    Number.parseFloat(borderTopWidth) < 1 ||
    contrast(borderTopColor, groundAround(control)) < leastContrast
  );
}

/** What is chosen has to look chosen, by more than the dot in a radio button. */
function unlikeFindings(options: readonly HTMLElement[]): string[] {
  const looks = (option: HTMLElement): string => {
    const { borderTopColor, backgroundColor, outlineStyle, outlineColor } =
      getComputedStyle(option);
    return [borderTopColor, backgroundColor, outlineStyle, outlineColor].join();
  };
  const isChosen = (option: HTMLElement): boolean => option.querySelector(':checked') !== null;
  const others = new Set(options.filter((option) => !isChosen(option)).map(looks));
  return options
    .filter((option) => isChosen(option) && others.has(looks(option)))
    .map((option) => `${nameOf(option)} is chosen and looks like the others`);
}

/** A mark stands before its words, the way back at the start and the way out at the end. */
function sideFindings(ours: readonly HTMLElement[], direction: Mode['direction']): string[] {
  const isBefore = (first: Element, second: Element): boolean => {
    const [one, two] = [first, second].map((each) => {
      const { left, right } = each.getBoundingClientRect();
      return (left + right) / 2;
    });
    return direction === 'ltr' ? (one ?? 0) < (two ?? 0) : (one ?? 0) > (two ?? 0);
  };
  return ours
    .filter((each) => {
      const target = targetOf(each);
      if (each.matches('input') && target !== each) return !isBefore(each, target);
      const frame = each.closest('[part~="step"], [part~="modal"]');
      if (each.matches('[part~="back-button"]') && frame) return !isBefore(each, frame);
      return each.matches('[part~="modal"] [part~="close-button"]') && frame
        ? !isBefore(frame, each)
        : false;
    })
    .map((each) => `${nameOf(each)} is on the wrong side`);
}

/** Each control that takes the focus shows it, with a ring that nothing cuts off. */
function focusFindings(controls: readonly HTMLElement[]): string[] {
  const findings: string[] = [];
  for (const control of controls) {
    control.focus();
    // Disabled, or behind a modal.
    if (!control.matches(':focus')) continue;
    if (!control.matches(':focus-visible')) findings.push(`${nameOf(control)} hides its focus`);
    else if (![control, targetOf(control)].some(hasRing))
      findings.push(`${nameOf(control)} shows no ring when it has the focus`);
    control.blur();
  }
  return findings;
}

function hasRing(element: Element): boolean {
  const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(element);
  const width = Number.parseFloat(outlineWidth);
  if (outlineStyle === 'none' || width < 1) return false;
  const reach = width + Number.parseFloat(outlineOffset);
  const { left, right } = element.getBoundingClientRect();
  const isWhole = left - reach >= -0.5 && right + reach <= window.innerWidth + 0.5;
  return isWhole && contrast(outlineColor, groundAround(element)) >= leastContrast;
}
