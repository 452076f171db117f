import type {Configuration} from '../../core/configuration/configuration.js';
import type {Explanation} from '../../core/configuration/request.js';
import type {Value} from '../../core/product/parameter.js';

type Question<Answer> = (configuration: Configuration, path: string, value: Value) => Answer;

/** Asks each question once per revision, however many controls and renders want to know. */
function memoByRevision<Answer>(ask: Question<Answer>): Question<Answer> {
  const memos = new WeakMap<Configuration, {revision: number; answers: Map<string, Answer>}>();
  return (configuration, path, value) => {
    let memo = memos.get(configuration);
    if (memo?.revision !== configuration.revision) {
      memo = {revision: configuration.revision, answers: new Map()};
      memos.set(configuration, memo);
    }
    const key = JSON.stringify([path, value]);
    const known = memo.answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(configuration, path, value);
    memo.answers.set(key, answer);
    return answer;
  };
}

/** Why picking the value needs other picks to be given up. Costs a search: to be asked only when somebody wants to know. */
export const explain: Question<Explanation> = memoByRevision((configuration, path, value) =>
  configuration.explain(path, value),
);
