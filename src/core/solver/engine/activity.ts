import {grownNumbers} from './integer-lists.js';

const decay = 1.05;
const largest = 1e100;

/** Which booleans have been part of conflicts of late. */
export class Activity {
  /** By boolean. */
  scores = new Float64Array(1);
  #step = 1;

  growTo(booleans: number): void {
    this.scores = grownNumbers(this.scores, booleans);
  }

  bump(boolean: number): void {
    const score = (this.scores[boolean] ?? 0) + this.#step;
    this.scores[boolean] = score;
    if (score > largest) {
      this.scores = this.scores.map((each) => each / largest);
      this.#step /= largest;
    }
  }

  /** What is bumped from now on weighs more. */
  age(): void {
    this.#step *= decay;
  }
}
