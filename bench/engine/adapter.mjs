// The built engine as the harness takes it.
import * as engine from '../../dist/esm/core/solver/index.js';
import {openSession} from './session.mjs';

export const name = 'twik';

export async function load(model) {
  return openSession(engine, model);
}
