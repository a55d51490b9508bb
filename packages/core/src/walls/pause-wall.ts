import type { Customer, PauseInForce } from '@fairwell/contract';
import { WallMachine, type WallMachineOptions } from './wall-machine.js';
import { pauseStanding, type PauseWallRules, type Standing } from './wall-rules.js';
import type { PauseWall, WallActionType } from './wall-state.js';

export interface PauseWallOptions extends WallMachineOptions<PauseInForce>, PauseWallRules {}

class PauseWallMachine extends WallMachine<PauseInForce> implements PauseWall {
  readonly #rules: PauseWallRules;

  constructor(options: PauseWallOptions) {
    super('pause', options, {
      check: 'PAUSE_WALL_INITIALIZATION_ERROR',
      resume: 'PAUSE_WALL_RESUME_ERROR',
      cancel: 'PAUSE_WALL_CANCEL_ERROR',
    });
    this.#rules = options;
  }

  async resume(): Promise<void> {
    const { resume } = this.gateway;
    const { wall, customer } = this.state;
    if (!resume || !wall || !customer) return;
    await this.act('resume', async () => {
      const decision = `resume ${wall.subscriptionId}`;
      const result = await this.decide(decision, (key) => resume(key, customer));
      this.outdate();
      this.lower();
      this.finish('resume', result);
      this.emit({ type: 'resume', customer, message: result.message });
    });
  }

  protected override standing(wall: PauseInForce, _customer: Customer, now: Date): Standing | null {
    return pauseStanding(wall, this.#rules, now);
  }

  protected override possible(): WallActionType[] {
    const { resume, cancel, logOut } = this.gateway;
    const all = { resume, cancel, logOut };
    return (['resume', 'cancel', 'logOut'] as const).filter((action) => all[action]);
  }
}

/** A pause wall without a screen, ready to `check`. */
export function createPauseWall(options: PauseWallOptions): PauseWall {
  return new PauseWallMachine(options);
}
