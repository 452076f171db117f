interface Report {
  readonly issues: {
    readonly numErrors: number;
    readonly messages: readonly {readonly code: string; readonly severity: number; readonly pointer?: string}[];
  };
}

interface Validator {
  validateBytes(bytes: Uint8Array, options: object): Promise<Report>;
}

let loading: Promise<Validator> | null = null;

/** What the Khronos validator finds wrong with a file: errors alone. */
export async function errorsOf(glb: Blob): Promise<string[]> {
  loading ??= load();
  const validator = await loading;
  const {issues} = await validator.validateBytes(new Uint8Array(await glb.arrayBuffer()), {maxIssues: 0});
  return issues.messages
    .filter(({severity}) => severity === 0)
    .map(({code, pointer = ''}) => `${code} ${pointer}`)
    .slice(0, 10);
}

/** It is written for Node, and puts what it exports where a module of Node would. */
async function load(): Promise<Validator> {
  const before: unknown = Reflect.get(globalThis, 'exports');
  const exports = {};
  Reflect.set(globalThis, 'exports', exports);
  await import('gltf-validator/gltf_validator.dart.js' as string);
  Reflect.set(globalThis, 'exports', before);
  if (isValidator(exports)) return exports;
  throw new TypeError('The validator cannot be used here.');
}

function isValidator(exports: object): exports is Validator {
  return 'validateBytes' in exports;
}
