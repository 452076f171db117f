import type {Issue} from '../../error.js';

/** Sorts what was found into the order of the document, whatever the order of the search. */
export function orderIssues(issues: readonly Issue[], document: unknown): Issue[] {
  const places = new Map(issues.map((issue) => [issue, positionOf(issue.path, document)]));
  const of = (issue: Issue): readonly number[] => places.get(issue) ?? [];
  return [...issues].sort((a, b) => compare(of(a), of(b)));
}

/** The index of the member at each level. */
function positionOf(path: string, document: unknown): number[] {
  let at = document;
  return path
    .split('/')
    .slice(1)
    .map((segment) => {
      const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
      const members: [string, unknown][] = typeof at === 'object' && at !== null ? Object.entries(at) : [];
      const index = members.findIndex(([name]) => name === key);
      at = members[index]?.[1];
      return index;
    });
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((position, level) => position !== b[level]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? -1);
}
