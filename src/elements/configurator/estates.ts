/** Somebody who leaves the page with a share code, or comes into it and may get one. */
interface Party {
  /** What makes a successor: the same address and id. */
  readonly key: string;
}

/** A configurator that has left. */
export interface Testator extends Party {
  readonly code: string;
  /** Whether it is back in the page, which makes it no testator. */
  isBack(): boolean;
}

/** A configurator that has come and has nothing yet. */
export interface Heir extends Party {
  inherit(code: string): void;
}

let testators: Testator[] = [];
let heirs: Heir[] = [];

/** Keeps what a configurator leaves behind until the end of the task. */
export function bequeath(testator: Testator): void {
  settleLater();
  testators.push(testator);
}

/** Offers a configurator as a successor until the end of the task. */
export function offerHeir(heir: Heir): void {
  settleLater();
  heirs.push(heir);
}

/**
 * Themes replace a section by new HTML in one go, and the configurators in the new HTML shall go on where the old ones
 * were. Some browsers tell the new ones first and some the old ones, so nothing is decided before all have been told.
 */
function settleLater(): void {
  if (testators.length + heirs.length === 0) queueMicrotask(settle);
}

function settle(): void {
  const [left, waiting] = [testators.filter((testator) => !testator.isBack()), heirs];
  testators = [];
  heirs = [];
  for (const heir of waiting) {
    const index = left.findIndex(({key}) => key === heir.key);
    const [testator] = index < 0 ? [] : left.splice(index, 1);
    if (testator) heir.inherit(testator.code);
  }
}
