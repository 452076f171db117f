import {html, nothing, type TemplateResult} from 'lit';
import type {Money, Price, PriceLine} from '../../core/price/price.js';
import type {Product} from '../../core/product/product.js';
import {localize} from '../../core/text/localize.js';
import {formatMoney, formatShare} from '../format.js';
import {enBreakdown} from './en.js';
import {msg, provideEnglish} from '../messages.js';

export {linesStyles as styles} from './lines-styles.js';

provideEnglish(enBreakdown);

/** What unfolds: the lines of a price as a table that adds up to the amount shown, and whether it can change. */
export function breakdown(price: Price, product: Product, locale: string): TemplateResult {
  return html`<div class="lines">
    ${price.isEstimated ? html`<p>${msg('price.estimated', {}, locale)}</p>` : nothing}${table(price, product, locale)}
  </div>`;
}

function table({lines, unit, taxIncluded, taxRate}: Price, product: Product, locale: string): TemplateResult {
  const rate = formatShare(taxRate, locale);
  const total = html`<tr class="total">
    <th scope="row">${msg('price.total', {}, locale)}</th>
    <td>${formatMoney(unit.gross, locale)}</td>
  </tr>`;
  return html`<table part="lines">
    <caption class="visually-hidden">
      ${msg('price.details', {}, locale)}
    </caption>
    <tbody>
      ${lines.map((line) =>
        row(
          labelOf(line, product, locale),
          taxIncluded ? line.gross : line.net,
          locale,
          reasonOf(line, product, locale),
        ),
      )}
    </tbody>
    <tfoot>
      ${
        taxIncluded
          ? [total, unit.tax.amount === 0 ? nothing : row(msg('price.tax-part', {rate}, locale), unit.tax, locale)]
          : [
              row(msg('price.net', {}, locale), unit.net, locale),
              row(msg('price.tax', {rate}, locale), unit.tax, locale),
              total,
            ]
      }
    </tfoot>
  </table>`;
}

function row(label: string, money: Money, locale: string, reason = ''): TemplateResult {
  return html`<tr>
    <th scope="row">${reason ? html`<small>${reason}</small>` : nothing}${label}</th>
    <td>${formatMoney(money, locale)}</td>
  </tr>`;
}

function labelOf({label}: PriceLine, {defaultLocale}: Product, locale: string): string {
  return localize(label, locale, defaultLocale);
}

/** The parameter whose option the line is for. */
function reasonOf({reason}: PriceLine, {parameters, defaultLocale}: Product, locale: string): string {
  if (reason.kind !== 'option') return '';
  const parameter = parameters.find(({id}) => id === reason.parameter);
  return parameter ? localize(parameter.name, locale, defaultLocale) : '';
}
