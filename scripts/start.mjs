// `npm start`: builds what is not there or out of date, then runs the platform with the demo.
import {spawn} from 'node:child_process';
import path from 'node:path';
import {build} from './build/build.mjs';

await build();
const server = path.resolve(import.meta.dirname, '../platform/dist/serve.js');
const child = spawn(process.execPath, [server], {stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 0));
