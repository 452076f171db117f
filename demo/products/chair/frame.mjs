import {smoothstep} from '../making/noise.mjs';
import {join, mirrorX, outward} from '../making/surface.mjs';
import {refinePath, roundedPath, roundedRectangle, sweep} from '../making/sweep.mjs';

/** Distance of the side frames from the middle. */
export const sideX = 0.332;

/** One loop of bent wood: rail, uprights and arm in one. The arm is broad where the hand lies. */
function side() {
  const path = refinePath(
    roundedPath(
      [
        {at: [sideX, 0.205, -0.315], radius: 0.07},
        {at: [sideX, 0.238, 0.335], radius: 0.075},
        {at: [sideX, 0.575, 0.37], radius: 0.062},
        {at: [sideX, 0.525, -0.395], radius: 0.07},
      ],
      {closed: true, steps: 10},
    ),
    0.035,
    true,
  );
  const outline = (_share, [, y, z]) => {
    const arm = smoothstep(0.4, 0.56, y);
    const palm = smoothstep(-0.3, 0.25, z);
    const width = 0.03 + arm * (0.014 + 0.024 * palm);
    const thickness = 0.034 - 0.01 * arm;
    return roundedRectangle(thickness, width, 0.0095, 3);
  };
  return outward(sweep({path, outline, closed: true, up: [1, 0, 0]}));
}

const rail = (y, z, height) =>
  outward(
    sweep({
      path: refinePath(
        [
          [-sideX, y, z],
          [sideX, y, z],
        ],
        0.2,
      ),
      outline: roundedRectangle(0.024, height, 0.006, 3),
      up: [0, 1, 0],
    }),
  );

/** The wood of the chair above its legs. */
export function frame() {
  const right = side();
  return join(right, mirrorX(right), rail(0.226, 0.24, 0.05), rail(0.2, -0.262, 0.05));
}
