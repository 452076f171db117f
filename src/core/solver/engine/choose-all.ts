import type {KeyedLiterals} from './engine.js';
import type {Session} from './session.js';

/** See `Engine.chooseAll`. */
export function chooseAll(session: Session, choices: readonly KeyedLiterals[]): boolean {
  const first = session.choices.findIndex(({key, outside}, place) => {
    const other = choices[place];
    return key !== other?.key || outside.join() !== other.literals.join();
  });
  const shared = first < 0 ? session.choices.length : first;
  session.keep(session.choices.slice(0, shared));
  return choices.slice(shared).every(({key, literals}) => session.choose(key, literals));
}
