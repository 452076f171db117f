import {properSizeOf} from '../../../../src/core/solver/parameter-values.ts';
import {openInMinizinc} from './minizinc.mjs';
import {indexName, nullName, translateProduct} from './translate-product.ts';

/** Above so many values, the ends are asked for instead of each. */
export const maxListed = 256;

/**
 * Opens a product to questions about statements: `{id, indices}` says that a parameter has these indices (one, or one
 * for each option of a set), `{id, indices: null}` that it exists.
 */
export function openProduct(product, isKept) {
  const model = openInMinizinc(translateProduct(product, isKept));
  const parameters = new Map(product.parameters.map((parameter) => [parameter.id, parameter]));
  const canBeNull = ({active, required, kind}) => Boolean(active) || (!required && kind !== 'choices');
  const exists = (id) => (canBeNull(parameters.get(id)) ? [`bool_eq(${nullName(id)}, false)`] : []);
  const constraintsOf = (statements) =>
    statements.flatMap(({id, indices}) => {
      if (!indices) return exists(id);
      const isSet = parameters.get(id).kind === 'choices';
      return [
        ...exists(id),
        ...indices.map((index, at) => `int_eq(${indexName(id, isSet ? at : undefined)}, ${index})`),
      ];
    });

  /** The first or last index of a parameter; `null` when it cannot exist. */
  const extreme = (statements, id, goal) => {
    const constraints = [...constraintsOf(statements), ...exists(id)];
    const found = model.solve(constraints, `${goal} ${indexName(id)}`);
    return found && Number(found.get(indexName(id)));
  };
  return {
    isPossible: (statements) => model.solve(constraintsOf(statements)) !== null,
    bounds(statements, id) {
      const min = extreme(statements, id, 'minimize');
      return min === null ? null : {min, max: extreme(statements, id, 'maximize')};
    },
    /** For each parameter that has few values and is no set, which indices are possible. */
    domains(statements) {
      const listed = product.parameters.filter((each) => each.kind !== 'choices' && properSizeOf(each) <= maxListed);
      const domains = new Map(listed.map(({id}) => [id, new Set()]));
      const constraints = constraintsOf(statements);
      for (const parameter of listed) {
        const {id} = parameter;
        for (;;) {
          const unseen = Array.from({length: properSizeOf(parameter)}, (_, index) => index).filter(
            (index) => !domains.get(id).has(index),
          );
          if (unseen.length === 0) break;
          const isUnseen = `set_in(${indexName(id)}, {${unseen.join(', ')}})`;
          const solution = model.solve([...constraints, ...exists(id), isUnseen]);
          if (!solution) break;
          // Every solution tells something of all parameters.
          for (const [other, domain] of domains) {
            if (solution.get(nullName(other)) !== 'true') domain.add(Number(solution.get(indexName(other))));
          }
        }
      }
      return domains;
    },
  };
}
