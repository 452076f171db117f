// `npm run build`: everything, or with `--stale` only what is older than its sources.
import {build} from './build/build.mjs';

await build({force: !process.argv.includes('--stale')});
