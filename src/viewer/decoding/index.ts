export {loadKtx2} from './load-ktx2.js';
export {unpackModel} from './unpack-model.js';
