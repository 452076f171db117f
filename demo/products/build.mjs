// Makes the models, textures and swatches of the demo products: `node demo/products/build.mjs`.
import {buildChair} from './chair/build.mjs';
import {sawTimber} from './making/timber.mjs';
import {buildShelf} from './shelf/build.mjs';

const timber = await sawTimber();
await buildShelf(timber);
await buildChair(timber);
