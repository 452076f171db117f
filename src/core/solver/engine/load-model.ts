import {Base} from './base.js';
import {eagerSize} from './variable-literals.js';
import {addTable} from './table.js';
import {addSum} from './sum.js';
import {addCode} from './code.js';
import type {EngineConstraint, EngineModel} from './engine-model.js';
import {findExclusiveGroups} from './exclusive-groups.js';
import {IntegerStack} from './integer-stack.js';
import {Kernel} from './kernel.js';
import {isTrue} from './trail.js';

/** Puts a model into a kernel; the base is any indices yet. */
export function loadModel({variables, constraints}: EngineModel): {kernel: Kernel; base: Base} {
  const inTables = new Set<number>();
  for (const constraint of constraints) {
    if (constraint.kind === 'table') for (const variable of constraint.variables) inTables.add(variable);
  }
  const kernel = new Kernel(variables, (variable) => inTables.has(variable) || sizeOf(variable) <= eagerSize);
  const base = new Base(kernel.domains, variables.length);
  const pairs = new IntegerStack();
  for (const constraint of constraints) {
    if (constraint.kind === 'clauses') addClauses(kernel, constraint, pairs);
  }
  findExclusiveGroups(
    pairs.live,
    2 * kernel.booleans,
    (group) => kernel.clauses.short.addGroup(group),
    (one, other) => kernel.clauses.add([one, other], 0),
  );
  for (const constraint of constraints) {
    const condition = conditionOf(kernel, constraint);
    if (constraint.kind === 'table') addTable(kernel, constraint, condition);
    else if (constraint.kind === 'sum') addSum(kernel, constraint, condition);
    else if (constraint.kind === 'propagator') addCode(kernel, constraint.propagator, condition);
  }
  kernel.clauses.markModelEnd();
  return {kernel, base};

  function sizeOf(variable: number): number {
    return variables[variable]?.size ?? 0;
  }
}

function conditionOf(kernel: Kernel, {condition}: EngineConstraint): number {
  return condition === undefined || condition === null ? isTrue : kernel.domains.literal(condition);
}

/** Adds long clauses and keeps those of two literals for later. */
function addClauses(
  kernel: Kernel,
  constraint: Extract<EngineConstraint, {kind: 'clauses'}>,
  pairs: IntegerStack,
): void {
  const {domains, trail} = kernel;
  const {literals, ends} = constraint;
  const condition = conditionOf(kernel, constraint) ^ 1;
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index] ?? 0;
    const clause: number[] = [];
    const all = [condition];
    for (; start < end; start++) all.push(...domains.alternatives(literals[start] ?? 0));
    if (all.some((literal) => (trail.values[literal] ?? 0) > 0 || all.includes(literal ^ 1))) continue;
    for (const literal of all) if (trail.values[literal] === 0 && !clause.includes(literal)) clause.push(literal);
    if (clause.length === 2) for (const literal of clause) pairs.push(literal);
    else kernel.addClause(clause);
  }
}
