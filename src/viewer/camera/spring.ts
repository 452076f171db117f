/** A number on its way to a goal. */
export interface SpringState {
  readonly value: number;
  /** Change of the value per second. */
  readonly velocity: number;
}

/**
 * Moves a critically damped spring on: as fast as it can go without ever swinging past its goal. The exact solution,
 * so that many short steps and a long one end at the same place.
 *
 * @param responseS About the time in which a quarter of the way is left, in seconds.
 */
export function stepSpring(state: SpringState, goal: number, seconds: number, responseS: number): SpringState {
  const frequency = 2.7 / responseS;
  const offset = state.value - goal;
  const slope = state.velocity + frequency * offset;
  const decay = Math.exp(-frequency * seconds);
  return {
    value: goal + (offset + slope * seconds) * decay,
    velocity: (state.velocity - frequency * slope * seconds) * decay,
  };
}
