import type {Money} from '../../core/price/price.js';

/** What a shop may sell for which price; signed, so that nobody changes it on its way. Times are in seconds since 1970. */
export interface Offer {
  readonly v: 1;
  /** `SerialConfiguration.hash`. */
  readonly configurationHash: string;
  readonly configurationId: string;
  readonly product: string;
  readonly productVersion: string;
  /** The shop it is for, by a name that no two shops share, such as its host. */
  readonly audience: string;
  /** The shop's id of what is put into the cart. */
  readonly variant: string;
  /** The price holds for as many pieces at least. */
  readonly quantityFrom: number;
  /** The price holds for as many pieces at most. */
  readonly quantityTo: number;
  /** For one piece. */
  readonly unitPrice: Money;
  readonly issuedAt: number;
  /** The first second in which it does not hold any more. */
  readonly expiresAt: number;
  /** The key it is signed with. */
  readonly keyId: string;
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) =>
  typeof value === 'string' && value !== '' && value.length <= 256 && !/\p{Surrogate}/u.test(value);
const isWhole: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isCount: Test = (value) => isWhole(value) && value !== 0;
const isMatch =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const moneyTests: Readonly<Record<keyof Money, Test>> = {amount: isWhole, currency: isMatch(/^[A-Z]{3}$/)};
const offerTests: Readonly<Record<keyof Offer, Test>> = {
  v: (value) => value === 1,
  configurationHash: isMatch(/^[0-9a-f]{64}$/),
  configurationId: isText,
  product: isText,
  productVersion: isText,
  audience: isText,
  variant: isText,
  quantityFrom: isCount,
  quantityTo: isCount,
  unitPrice: (value) => wrongMember(value, moneyTests) === null,
  issuedAt: isWhole,
  expiresAt: isWhole,
  keyId: isText,
};

/** Whether something has exactly the members of an offer, each of them of its form. */
export function isOffer(value: unknown): value is Offer {
  return wrongMemberOfOffer(value) === null;
}

/** The first member that is wrong, missing or too many; `null` when the value is an offer. */
export function wrongMemberOfOffer(value: unknown): string | null {
  return wrongMember(value, offerTests);
}

function wrongMember(value: unknown, tests: Readonly<Record<string, Test>>): string | null {
  if (typeof value !== 'object' || value === null) return '';
  const members = new Map<string, unknown>(Object.entries(value));
  const surplus = [...members.keys()].find((key) => !Object.hasOwn(tests, key));
  return surplus ?? Object.keys(tests).find((key) => tests[key]?.(members.get(key)) !== true) ?? null;
}
