import {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckPauseWallOptions,
} from '@fairwell/elements';
import type { EmbedDefaults } from '../defaults.js';
import type { CheckOptions } from '../options/documented.js';
import { translate, type Translation } from '../options/translate.js';
import { failedPaymentWallUses, pauseWallUses } from '../options/wall-options.js';
import { EmbedError, withService } from './access.js';
import { controllerFor } from './controller.js';
import { carries, hear } from './hear.js';

type WallName = keyof CheckOptions;

/** The latest check of each; the one before is over with it. */
const latest = new Map<WallName, { controller: AbortController; over: AbortController }>();

const initializationErrors: Record<WallName, string> = {
  pause: 'PAUSE_WALL_INITIALIZATION_ERROR',
  'failed-payment': 'FAILED_PAYMENT_WALL_INITIALIZATION_ERROR',
};

/** Told of the page where the wall's own code cannot be loaded. */
function isUnmade(event: Event, wall: WallName): boolean {
  return (
    event instanceof CustomEvent &&
    event.target === document.body &&
    Reflect.get(Object(event.detail), 'type') === initializationErrors[wall]
  );
}

async function checkWith<Ours extends CheckPauseWallOptions>(
  wall: WallName,
  { options, hearings }: Translation<Ours, undefined>,
  defaults: EmbedDefaults,
  check: (options: Partial<Ours>) => Promise<boolean>,
): Promise<boolean> {
  const properties = withService(`fairwell.check('${wall}')`, options, defaults, true);
  const i18n = { ...properties.i18n };
  const over = new AbortController();
  const controller = controllerFor(options.signal, over.signal);
  latest.get(wall)?.over.abort();
  latest.set(wall, { controller, over });
  const isOurs = (event: Event): boolean => carries(event, i18n) || isUnmade(event, wall);
  hear(hearings, isOurs, undefined, over.signal);
  return check({ ...properties, i18n, signal: controller.signal });
}

/** Takes down the walls that stand. */
export function hideWalls(): void {
  for (const { controller } of latest.values()) controller.abort();
}

function checkPause(defaults: EmbedDefaults, options: CheckOptions['pause']): Promise<boolean> {
  const translation = translate("fairwell.check('pause')", pauseWallUses, options);
  return checkWith('pause', translation, defaults, (ours) => checkPauseWall(ours));
}

function checkFailedPayment(
  defaults: EmbedDefaults,
  options: CheckOptions['failed-payment'],
): Promise<boolean> {
  const translation = translate("fairwell.check('failed-payment')", failedPaymentWallUses, options);
  return checkWith('failed-payment', translation, defaults, (ours) => checkFailedPaymentWall(ours));
}

const checks: {
  [W in WallName]: (defaults: EmbedDefaults, options: CheckOptions[W]) => Promise<boolean>;
} = { pause: checkPause, 'failed-payment': checkFailedPayment };

export async function check<W extends WallName>(
  defaults: EmbedDefaults,
  wall: W,
  options: CheckOptions[W],
): Promise<boolean> {
  if (!Object.hasOwn(checks, wall))
    throw new EmbedError(
      `fairwell.check: there is no wall ${JSON.stringify(wall)}; 'pause' and 'failed-payment' are there.`,
    );
  return checks[wall](defaults, options);
}
