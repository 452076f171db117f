/** What draws when it is its turn. */
export interface FrameTask {
  /**
   * Draws a frame.
   *
   * @param seconds Since the frame before; one sixtieth after a rest.
   * @returns Whether it wants the next frame as well.
   */
  frame(seconds: number): boolean;
}

const waiting = new Set<FrameTask>();
let request = 0;
let lastMs = 0;

/** Asks for a frame. At rest no animation frame is outstanding; all stages of a page share one. */
export function requestFrame(task: FrameTask): void {
  waiting.add(task);
  if (request === 0) request = requestAnimationFrame(run);
}

/** Takes a task off the list. */
export function cancelFrame(task: FrameTask): void {
  waiting.delete(task);
  if (waiting.size > 0 || request === 0) return;
  cancelAnimationFrame(request);
  request = 0;
  lastMs = 0;
}

function run(nowMs: number): void {
  const seconds = lastMs === 0 ? 1 / 60 : (nowMs - lastMs) / 1000;
  const tasks = [...waiting];
  waiting.clear();
  // While this is not 0, tasks that ask for a frame meanwhile just join the list.
  try {
    for (const task of tasks) if (task.frame(seconds)) waiting.add(task);
  } finally {
    lastMs = waiting.size > 0 ? nowMs : 0;
    request = waiting.size > 0 ? requestAnimationFrame(run) : 0;
  }
}
