export {
  genericFields,
  genericPayload,
  sendGeneric,
  type GenericOptions,
  type GenericPayload,
} from './generic/payload.js';
export {
  hubspotSubmission,
  submitHubspotForm,
  type HubspotContext,
  type HubspotFormOptions,
  type HubspotOptions,
  type HubspotSubmission,
} from './hubspot/form.js';

export {checkLine, type ConfiguredLine} from './line/configured-line.js';
export {decimalMoney} from './line/decimal-money.js';
export {labelsOf, summaryOf, type Label} from './line/labels.js';
export {machineEntriesOf, machineFieldsOf, type MachineFields} from './line/machine-fields.js';

export {
  magentoCartItem,
  magentoFields,
  magentoRestBody,
  type MagentoCartItem,
  type MagentoRestBody,
} from './magento/cart-item.js';
export {addProductsToCart, addToMagentoCart, addToMagentoGuestCart, type MagentoOptions} from './magento/send.js';
export {magentoUid} from './magento/uid.js';

export {chooseVariant} from './mapping/choose-variant.js';
export {readMapping} from './mapping/read-mapping.js';
export type * from './mapping/shop-mapping.js';

export type {ExpectedOffer, TimeSpan} from './offer/judge-offer.js';
export {readKeySet, type OfferKey, type PublicOfferKey, type SecretOfferKey} from './offer/key-set.js';
export {createOfferVerifier, type OfferVerifier, type OfferVerifierOptions} from './offer/offer-verifier.js';
export type {Offer} from './offer/offer.js';
export {signOffer, type OfferTerms, type SignOfferOptions} from './offer/sign-offer.js';
export type {SigningJwk, Subtle} from './offer/subtle.js';
export type {OfferFault, OfferRefusal, OfferVerdict} from './offer/verdict.js';
export {verifyMacOffer, verifyOffer, type VerifyMacOptions, type VerifyOfferOptions} from './offer/verify-offer.js';

export {CartError, type CartErrorOptions, type CartFault} from './send/cart-error.js';
export type {FormField} from './send/form-field.js';
export type {CartRequest, CartResponse, SendOptions} from './send/send.js';

export {
  shopifyAddBody,
  shopifyChangeBody,
  type ShopifyAddBody,
  type ShopifyAddOptions,
  type ShopifyChangeBody,
  type ShopifySections,
} from './shopify/ajax-body.js';
export {
  addToShopifyCart,
  changeShopifyLine,
  readShopifyCart,
  shopifyLineKey,
  type ShopifyAdded,
  type ShopifyOptions,
} from './shopify/ajax-cart.js';
export {verifyAppProxy, type AppProxyQuery} from './shopify/app-proxy.js';
export {
  cartTransform,
  cartTransformQuery,
  type CartTransformInput,
  type CartTransformLine,
  type CartTransformOperation,
  type CartTransformResult,
} from './shopify/cart-transform.js';
export {shopifyFields, shopifyPropertyFields} from './shopify/form-fields.js';
export {shopifyProperties} from './shopify/properties.js';
export {shopifyVariants} from './shopify/shopify-variants.js';
export {
  addToStorefrontCart,
  cartLinesAdd,
  storefrontLine,
  type StorefrontLine,
  type StorefrontOptions,
} from './shopify/storefront.js';

export {wooAddItemBody, type WooAddItemBody} from './woocommerce/add-item.js';
export {WooCart, type WooCartOptions} from './woocommerce/woo-cart.js';
