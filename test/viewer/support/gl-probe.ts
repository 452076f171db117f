/** Counts what is asked of WebGL and of the frame clock between two moments. */
export interface GlCounts {
  draws: number;
  programs: number;
  frames: number;
}

const counts: GlCounts = {draws: 0, programs: 0, frames: 0};

function count(owner: object, name: string, key: keyof GlCounts): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`There is no ${name}.`);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    counts[key]++;
    return Reflect.apply(original, this, args);
  });
}

for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
  count(WebGL2RenderingContext.prototype, name, 'draws');
}
count(WebGL2RenderingContext.prototype, 'linkProgram', 'programs');
count(globalThis, 'requestAnimationFrame', 'frames');

/** How much there has been so far. */
export const countsNow = (): GlCounts => ({...counts});

/** What happened while `action` ran. */
export async function countDuring(action: () => Promise<void> | void): Promise<GlCounts> {
  const before = {...counts};
  await action();
  return {
    draws: counts.draws - before.draws,
    programs: counts.programs - before.programs,
    frames: counts.frames - before.frames,
  };
}

/** The contexts that have been made since this module was loaded and are not lost. */
export function liveContexts(): number {
  return [...contexts].filter((context) => !context.isContextLost()).length;
}

/** The newest context that is not lost. */
export function newestContext(): WebGL2RenderingContext {
  const context = [...contexts].reverse().find((candidate) => !candidate.isContextLost());
  if (!context) throw new Error('There is no WebGL context.');
  return context;
}

const contexts = new Set<WebGL2RenderingContext>();
const {getContext} = HTMLCanvasElement.prototype;
Reflect.set(HTMLCanvasElement.prototype, 'getContext', function (this: HTMLCanvasElement, ...args: unknown[]): unknown {
  const context: unknown = Reflect.apply(getContext, this, args);
  if (context instanceof WebGL2RenderingContext) contexts.add(context);
  return context;
});

/** Kinds of things that a context holds until they are deleted, as WebGL's methods name them. */
const kinds = ['Buffer', 'Framebuffer', 'Program', 'Renderbuffer', 'Texture', 'VertexArray'] as const;
type Kind = (typeof kinds)[number];

const held = new WeakMap<object, Map<unknown, Kind>>();

function around(name: string, note: (things: Map<unknown, Kind>, given: unknown, made: unknown) => void): void {
  const original: unknown = Reflect.get(WebGL2RenderingContext.prototype, name);
  if (typeof original !== 'function') throw new Error(`There is no ${name}.`);
  Reflect.set(WebGL2RenderingContext.prototype, name, function (this: object, ...args: unknown[]): unknown {
    const made: unknown = Reflect.apply(original, this, args);
    const things = held.get(this) ?? new Map<unknown, Kind>();
    held.set(this, things);
    note(things, args[0], made);
    return made;
  });
}

for (const kind of kinds) {
  around(`create${kind}`, (things, _, made) => made !== null && things.set(made, kind));
  around(`delete${kind}`, (things, given) => things.delete(given));
}

/** How much of each kind a context has been given and not been told to delete. */
export function holdingsOf(context: WebGL2RenderingContext): Map<Kind, number> {
  const found = [...(held.get(context)?.values() ?? [])];
  return new Map(kinds.map((kind) => [kind, found.filter((each) => each === kind).length]));
}

/** All contexts that have been made since this module was loaded, the lost ones included. */
export function allContexts(): readonly WebGL2RenderingContext[] {
  return [...contexts];
}
