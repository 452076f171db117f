import {TwikError} from '../error.js';
import {compileExpression} from '../expression/compile-expression.js';
import type {Expression} from '../expression/expression.js';
import {childrenOf, namesOf} from '../expression/names.js';
import type {ExpressionNode} from '../expression/node.js';
import type {RuntimeValue, ValueScope} from '../expression/value.js';
import {DerivedFormulas} from './derived-formulas.js';
import type {Domains} from './domains.js';
import type {Decision, Model} from './model.js';
import {NodeCompiler} from './nodes/compile-node.js';
import type {SharedNode} from './nodes/leaves.js';
import type {Node} from './nodes/node.js';
import {OpaqueNode} from './nodes/opaque.js';
import type {Words} from './possible.js';

/** A formula of the model: over domains for pruning, over values for certainty. */
export interface Formula {
  readonly root: Node;
  /** Ascending, each once. */
  readonly variables: readonly number[];
  /** Whether it can fail with some values, as divisions can; then being true over domains proves nothing. */
  readonly canFail: boolean;
  forward(domains: Domains): void;
  /** Its value once all its variables are fixed. @throws TwikError what the formula fails with. */
  exact(domains: Domains): RuntimeValue;
}

/** Compiles the formulas of one model. */
export class Formulas {
  readonly #model: Model;
  readonly #derived: DerivedFormulas;
  readonly #decisions: ReadonlyMap<string, Decision>;
  readonly #nodes: NodeCompiler;
  readonly #shared = new Map<string, SharedNode>();

  constructor(model: Model) {
    this.#model = model;
    this.#derived = new DerivedFormulas(model.derived, model.environment);
    this.#decisions = new Map(model.decisions.map((decision) => [decision.id, decision]));
    this.#nodes = new NodeCompiler(model, (node, words) => this.#opaque(node, words));
  }

  compile(expression: Expression): Formula {
    const behind = this.#derived.behind(expression.names);
    const derived = new DerivedFormulas(behind, this.#model.environment);
    const shared = behind.flatMap(({id, formula}) => {
      const known = this.#shared.get(id) ?? this.#nodes.define(id, formula.root);
      if (known) this.#shared.set(id, known);
      return known ?? [];
    });
    const root = this.#nodes.compile(expression.root);
    const run = compileExpression(expression, this.#model.environment);
    const {pass} = this.#nodes;
    return {
      root,
      variables: this.#variablesBehind(expression.names),
      canFail: [expression, ...behind.map(({formula}) => formula)].some(({root: tree}) => canFail(tree)),
      forward(domains) {
        pass.current++;
        // In order, so that a chain of derived values is no chain of calls.
        for (const node of shared) node.forward(domains);
        root.forward(domains);
      },
      exact: (domains) => run(derived.scope(this.#scope((variable) => domains.min(variable)))),
    };
  }

  #opaque(node: ExpressionNode, words: Words): OpaqueNode {
    const names = namesOf(node);
    const {environment, variables} = this.#model;
    const read = this.#variablesBehind(names);
    const derived = new DerivedFormulas(this.#derived.behind(names), environment);
    const type = node.type ?? {kind: 'null'};
    const run = compileExpression({source: '', path: '', type, root: node, names}, environment);
    const places = new Map(read.map((variable, place) => [variable, place]));
    return new OpaqueNode(
      read,
      read.map((variable) => variables[variable]?.size ?? 0),
      (indices) => run(derived.scope(this.#scope((variable) => indices[places.get(variable) ?? 0] ?? 0))),
      words,
    );
  }

  #variablesBehind(names: Iterable<string>): number[] {
    const behind = this.#derived.behind(names);
    const all = new Set([...names, ...behind.flatMap(({formula}) => [...formula.names])]);
    const variables = [...all].flatMap((name) => this.#decisions.get(name)?.variables ?? []);
    return [...new Set(variables)].sort((a, b) => a - b);
  }

  #scope(indexOf: (variable: number) => number): ValueScope {
    return (name) => {
      const decision = this.#decisions.get(name);
      if (!decision) throw new TwikError('name-unknown', `A rule reads "${name}", which the engine does not know.`);
      return runtimeValueOf(decision, this.#model, indexOf);
    };
  }
}

/** A decision as expressions see it. */
export function runtimeValueOf(
  {variables, options}: Decision,
  model: Model,
  indexOf: (variable: number) => number,
): RuntimeValue {
  const valueOf = (variable: number): RuntimeValue => model.variables[variable]?.value(indexOf(variable)) ?? null;
  if (!options) return valueOf(variables[0] ?? 0);
  const values = variables.map(valueOf);
  return values.length > 0 && values.every((value) => value === null)
    ? null
    : options.filter((_, index) => values[index] === true);
}

/** More factors than that could make numbers beyond what the language computes with. */
const maxFactors = 24;

function canFail(node: ExpressionNode): boolean {
  let factors = 0;
  const rest: ExpressionNode[] = [node];
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.kind === 'binary' && next.operator === '/') return true;
    if (next.kind === 'binary' && next.operator === '*' && ++factors > maxFactors) return true;
    if (next.kind === 'call' && (next.name === 'lookup' || hasVaryingStep(next.name, next.arguments[1]))) return true;
    rest.push(...childrenOf(next));
  }
  return false;
}

function hasVaryingStep(name: string, step: ExpressionNode | undefined): boolean {
  return (name === 'round' || name === 'floor' || name === 'ceil') && step !== undefined && step.kind !== 'number';
}
