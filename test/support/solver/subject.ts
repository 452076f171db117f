import type {Choice} from './network.js';

/** Why a choice is impossible. */
export interface Conflict {
  /** Other choices at fault. */
  readonly choices: readonly Choice[];
  /** Constraints at fault, by their place among `constraintsOf` the network; `null` where nobody says. */
  readonly constraints: readonly number[] | null;
  /** Sets of choices to give up, best first, at most `maxRepairs`. */
  readonly repairs: readonly (readonly Choice[])[];
}

export const maxRepairs = 5;

/** Anything that answers questions about a network while somebody chooses. A variable is chosen once at most. */
export interface Subject {
  /** `null` when the choice is made; otherwise nothing is. */
  choose(choice: Choice): Conflict | null;
  release(variable: number): void;
  /** Whether some solution has this and keeps all choices of other variables. */
  isPossible(choice: Choice): boolean;
  /** The first and last possible index; `null` where nobody says. */
  bounds(variable: number): {readonly min: number; readonly max: number} | null;
  /** Some solution that keeps the choices. */
  solution(): ArrayLike<number>;
}
