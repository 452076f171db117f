export {defineExpression, type DefineOptions, type Expectation} from '../expression/define-expression.js';
export {parsePointer, type PointerTarget, type ScenePointer} from '../scene/pointer.js';
export {parseProduct, type ParseOptions} from './parse-product.js';
