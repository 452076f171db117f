import {isObject, memberOf, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import type {ConfiguredLine} from '../line/configured-line.js';
import {genericFields} from '../generic/payload.js';
import {refused, send, unknownAnswer, type CartRequest, type Judge, type SendOptions} from '../send/send.js';

/** Where a form was filled in. */
export interface HubspotContext {
  /** The cookie `hubspotutk`, where the visitor allowed it. */
  readonly hutk?: string;
  readonly pageUri?: string;
  readonly pageName?: string;
}

export interface HubspotFormOptions {
  /** What the visitor entered, by the names of contact properties: `email`, `firstname`. */
  readonly contact: Readonly<Record<string, string>>;
  readonly context?: HubspotContext;
  /** Milliseconds since 1970. Default: when it arrives. */
  readonly submittedAt?: number;
}

/** A filled-in form of HubSpot. */
export interface HubspotSubmission {
  readonly submittedAt?: string;
  readonly fields: readonly {readonly objectTypeId: '0-1'; readonly name: string; readonly value: string}[];
  readonly context?: HubspotContext;
}

/**
 * A lead with the configuration it is about: contact properties as entered, and ours, such as `twik_configuration` and
 * `twik_url`. The form in HubSpot must have a field for each that is to be kept.
 *
 * @throws TwikError what `checkLine` throws.
 */
export function hubspotSubmission(
  line: ConfiguredLine,
  {contact, context, submittedAt}: HubspotFormOptions,
): HubspotSubmission {
  const entries = [...Object.entries(contact), ...genericFields(line)];
  return {
    ...(submittedAt === undefined ? {} : {submittedAt: String(submittedAt)}),
    fields: entries.map(([name, value]) => ({objectTypeId: '0-1', name, value})),
    ...(context === undefined ? {} : {context}),
  };
}

export interface HubspotOptions<Signal extends Abortable | null = null> extends SendOptions<Signal> {
  readonly portalId: string;
  readonly formGuid: string;
  /** Where the account's data lies. Default `na1`. */
  readonly region?: 'na1' | 'eu1';
}

/**
 * Submits a public form, which needs no key.
 *
 * @throws CartError
 */
export async function submitHubspotForm<Signal extends Abortable | null = null>(
  submission: HubspotSubmission,
  {portalId, formGuid, region = 'na1', ...options}: HubspotOptions<Signal>,
): Promise<JsonObject> {
  const host = region === 'eu1' ? 'api-eu1.hsforms.com' : 'api.hsforms.com';
  const form = [portalId, formGuid].map(encodeURIComponent).join('/');
  const request: CartRequest = {
    url: `https://${host}/submissions/v3/integration/submit/${form}`,
    method: 'POST',
    headers: {'accept': 'application/json', 'content-type': 'application/json'},
    body: JSON.stringify(submission),
  };
  const {json, status} = await send(request, options, judgeHubspot);
  if (!isObject(json)) throw unknownAnswer(request, {status});
  return json;
}

/** Reads `{status: 'error', message, errors: [{message, errorType}]}`. */
const judgeHubspot: Judge = ({status, json}) => {
  if (status < 400 && memberOf(json, 'status') !== 'error') return null;
  const errors = memberOf(json, 'errors');
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const [words] = [memberOf(first, 'message'), memberOf(json, 'message')].filter((text) => typeof text === 'string');
  return refused({status}, words ?? null);
};
