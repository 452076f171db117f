import type {SerialConfiguration} from '../../core/configuration/serial.js';
import {isObject, type JsonObject} from '../../core/product/json/readers.js';
import type {Abortable} from '../../core/product/load-product.js';
import type {Price} from '../../core/price/price.js';
import {checkLine, type ConfiguredLine} from '../line/configured-line.js';
import {decimalMoney} from '../line/decimal-money.js';
import {labelsOf, summaryOf, type Label} from '../line/labels.js';
import {machineEntriesOf} from '../line/machine-fields.js';
import type {FormField} from '../send/form-field.js';
import {refused, send, unknownAnswer, type CartRequest, type SendOptions} from '../send/send.js';

/** A line for a server of your own: all there is to say. */
export interface GenericPayload {
  readonly format: 1;
  readonly id: string;
  readonly url: string;
  readonly quantity: number;
  readonly locale: string;
  readonly configuration: SerialConfiguration;
  readonly labels: readonly Label[];
  readonly price: Price | null;
  readonly offer: string | null;
  readonly preview: string | null;
}

/**
 * A line as JSON.
 *
 * @throws TwikError what `checkLine` throws.
 */
export function genericPayload(line: ConfiguredLine): GenericPayload {
  checkLine(line);
  const {id, url, quantity, locale, configuration, price, offer = null, preview = null} = line;
  return {format: 1, id, url, quantity, locale, configuration, labels: labelsOf(line), price, offer, preview};
}

/**
 * A line as fields of a form: `twik_configuration`, `twik_quantity`, `twik_summary`, `twik_values` and so on. A price is
 * for people; servers believe the offer only.
 *
 * @param prefix What the names begin with. Default `twik_`.
 * @throws TwikError what `checkLine` throws.
 */
export function genericFields(line: ConfiguredLine, prefix = 'twik_'): FormField[] {
  checkLine(line);
  const {configuration, price, quantity} = line;
  const unit = price && (price.taxIncluded ? price.unit.gross : price.unit.net);
  return [
    ...machineEntriesOf(line, prefix),
    [`${prefix}quantity`, String(quantity)],
    [`${prefix}summary`, summaryOf(line)],
    [`${prefix}values`, JSON.stringify(configuration.values)],
    ...(unit
      ? ([
          [`${prefix}unit_price`, decimalMoney(unit)],
          [`${prefix}currency`, unit.currency],
        ] as const)
      : []),
  ];
}

export interface GenericOptions<Signal extends Abortable | null = null> extends SendOptions<Signal> {
  readonly url: string;
  /** Lets the server know a request that it has had already. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Posts a line to a server of your own, which answers with a JSON object.
 *
 * @throws CartError
 */
export async function sendGeneric<Signal extends Abortable | null = null>(
  payload: GenericPayload,
  {url, idempotencyKey, headers, ...options}: GenericOptions<Signal>,
): Promise<JsonObject> {
  const request: CartRequest = {
    url,
    method: 'POST',
    headers: {
      'accept': 'application/json',
      'content-type': 'application/json',
      ...(idempotencyKey === undefined ? {} : {'idempotency-key': idempotencyKey}),
      ...headers,
    },
    body: JSON.stringify(payload),
  };
  const {json, status} = await send(request, options, ({status: http, json: said}) => {
    if (http < 400 || !isObject(said)) return null;
    const words = [said['detail'], said['message'], said['error'], said['title']].find(
      (text) => typeof text === 'string',
    );
    return refused({status: http}, words ?? null);
  });
  if (!isObject(json)) throw unknownAnswer(request, {status});
  return json;
}
