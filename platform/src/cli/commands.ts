import {assetsCheck} from './assets-check.js';
import {assetsEnvironment} from './assets-environment.js';
import {assetsOptimize} from './assets-optimize.js';
import {assetsThumbnails} from './assets-thumbnails.js';
import {check} from './check.js';
import type {Command} from './command.js';

/** Every command of `twik`. */
export const commands: readonly Command[] = [check, assetsCheck, assetsOptimize, assetsEnvironment, assetsThumbnails];
