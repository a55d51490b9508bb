import { drawnElements, drawnParent, isOurs, nameOf } from './visible.js';

/** Rounding of lengths by the browser, in CSS pixels. */
const slack = 1;

/** What of this page lies outside of the view or of its own box, and what is cut off. */
export function layoutFindings(): string[] {
  const elements = drawnElements(document.body);
  const { scrollWidth, clientWidth } = document.documentElement;
  return [
    ...(scrollWidth > clientWidth
      ? [`the page scrolls sideways by ${scrollWidth - clientWidth} px`]
      : []),
    ...elements.filter(isOutOfView).map((each) => `${nameOf(each)} reaches out of the view`),
    ...elements.filter(isCutOff).map((each) => `${nameOf(each)} cuts its content off`),
    ...elements.filter(hasTextOutside).map((each) => `${nameOf(each)} has text outside of its box`),
    ...elements.filter(isModalOutOfView).map((each) => `${nameOf(each)} is taller than the view`),
  ];
}

function isOutOfView(element: HTMLElement): boolean {
  const { left, right, width } = element.getBoundingClientRect();
  return width > 0 && (left < -slack || right > window.innerWidth + slack);
}

function isCutOff(element: HTMLElement): boolean {
  // What is typed scrolls within its field.
  if (element.matches('input, textarea, select')) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const sideways = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + slack;
  const clipped = overflowY === 'hidden' || overflowY === 'clip';
  return sideways || (clipped && element.scrollHeight > element.clientHeight + slack);
}

/** A modal scrolls within itself: the part of it that the view does not hold, nobody could reach. */
function isModalOutOfView(element: HTMLElement): boolean {
  if (!isOurs(element) || !element.matches('[part~="overlay"] > [part~="modal"]')) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top < -slack || bottom > window.innerHeight + slack;
}

function hasTextOutside(element: HTMLElement): boolean {
  const texts = [...element.childNodes].filter(
    (node): node is Text => node instanceof Text && node.data.trim() !== '',
  );
  if (texts.length === 0) return false;
  const box = boxAround(element).getBoundingClientRect();
  const range = document.createRange();
  return texts.some((text) => {
    range.selectNodeContents(text);
    return [...range.getClientRects()].some(
      (line) =>
        line.width > 0 &&
        (line.left < box.left - slack ||
          line.right > box.right + slack ||
          // Glyphs may rise above a tight line; half a line is more than that.
          line.top < box.top - line.height / 2 ||
          line.bottom > box.bottom + line.height / 2),
    );
  });
}

/** The nearest element that has a box of its own. */
function boxAround(element: Element): Element {
  const { display } = getComputedStyle(element);
  const parent = drawnParent(element);
  return parent && (display === 'inline' || display === 'contents') ? boxAround(parent) : element;
}
