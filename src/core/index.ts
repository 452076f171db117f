export {TwikError, type Issue, type TwikErrorOptions} from './error.js';

export type {Exact} from './number/exact.js';
export {exactFromNumber, parseDecimal, toDecimalString, toNumber} from './number/decimal.js';

export {compileExpression} from './expression/compile-expression.js';
export type {AttributeColumn, ExpressionEnvironment, LookupTable} from './expression/environment.js';
export type {Expression} from './expression/expression.js';
export type {BinaryOperator, ExpressionNode, Span, UnaryOperator} from './expression/node.js';
export type {Dimension, Type} from './expression/type.js';
export {baseValue, unitValue} from './expression/units.js';
export type {RuntimeValue, ValueScope} from './expression/value.js';

export {interpolate} from './text/interpolate.js';
export {localize} from './text/localize.js';
export type {Text} from './text/text.js';

export {environmentOf, type EnvironmentOptions} from './product/environment.js';
export {loadProduct, type Abortable, type LoadOptions, type ProductResponse} from './product/load-product.js';
export {parameterById} from './product/parameter-by-id.js';
export type * from './product/parameter.js';
export type * from './product/parts.js';
export type * from './product/price-definition.js';
export type * from './product/product.js';
export type * from './product/scene-definition.js';

export type {Money, Price, PriceLine, PriceReason, TaxedMoney} from './price/price.js';
export {minorDigits} from './price/currency.js';
export {createPricing, type Pricing, type PricingOptions} from './price/pricing.js';

export type {BomLine} from './bom/bom.js';
export {bomCsv, type BomCsvOptions} from './bom/bom-csv.js';
export {bomJson} from './bom/bom-json.js';
export {createBom} from './bom/create-bom.js';

export type {PrintValue, RepeatValue, SceneEntry, ScenePlan, SceneValue} from './scene/plan.js';
export {createPlan} from './scene/create-plan.js';
export {diffPlan} from './scene/diff-plan.js';

export {canonicalJson} from './configuration/canonical.js';
export type * from './configuration/configuration.js';
export type {Bounds, WorkBudget} from './solver/solver.js';
export {createConfiguration, type ConfigurationOptions} from './configuration/create-configuration.js';
export {hashOf} from './configuration/hash.js';
export {readValue} from './configuration/read-value.js';
export type * from './configuration/request.js';
export type * from './configuration/serial.js';
export {
  configurationFrom,
  validateConfiguration,
  type ValidationReport,
} from './configuration/validate-configuration.js';
