import {expect} from '@open-wc/testing';
import {hubspotSubmission, submitHubspotForm} from '../../../src/commerce/hubspot/form.js';
import {faultOf} from '../support/fault-of.js';
import {shelfLine} from '../support/lines.js';
import {shopThat, type Answer} from '../support/shop.js';

const contact = {email: 'ann@walnut.example', firstname: 'Ann'};
const context = {hutk: 'abc', pageUri: 'https://walnut.example/shelf', pageName: 'Shelf'};
const options = {portalId: '1234', formGuid: 'a-b-c'};

describe('A lead for HubSpot', () => {
  const submission = hubspotSubmission(shelfLine(), {contact, context, submittedAt: 1_700_000_000_000});

  it('is contact properties, then ours', () => {
    expect(submission.submittedAt).to.equal('1700000000000');
    expect(submission.context).to.deep.equal(context);
    expect(submission.fields.slice(0, 3)).to.deep.equal([
      {objectTypeId: '0-1', name: 'email', value: 'ann@walnut.example'},
      {objectTypeId: '0-1', name: 'firstname', value: 'Ann'},
      {objectTypeId: '0-1', name: 'twik_configuration', value: 'cfg_8Kd2'},
    ]);
    const values = new Map(submission.fields.map(({name, value}) => [name, value]));
    expect(values.get('twik_url')).to.equal('https://walnut.example/shelf#twik=1.abc');
    expect(values.get('twik_unit_price')).to.equal('339.00');
    expect(values.get('twik_summary')).to.match(/^Width: /);
  });

  it('is posted to where the account lies', async () => {
    const {fetch, received} = shopThat({body: {inlineMessage: 'Thanks'}}, {body: {}});
    expect(await submitHubspotForm(submission, {...options, fetch})).to.deep.equal({inlineMessage: 'Thanks'});
    await submitHubspotForm(submission, {...options, fetch, region: 'eu1'});
    expect(received.map(({url}) => url)).to.deep.equal([
      'https://api.hsforms.com/submissions/v3/integration/submit/1234/a-b-c',
      'https://api-eu1.hsforms.com/submissions/v3/integration/submit/1234/a-b-c',
    ]);
    expect(received[0]?.body).to.deep.equal(submission);
  });

  const cases: readonly (readonly [Answer, string, string | null])[] = [
    [
      {
        status: 400,
        body: {
          status: 'error',
          message: 'The request is not valid',
          errors: [{message: "Error in 'fields.email'.", errorType: 'INVALID_EMAIL'}],
        },
      },
      'cart-refused',
      "Error in 'fields.email'.",
    ],
    [{status: 404, body: {status: 'error', message: 'No form.'}}, 'cart-refused', 'No form.'],
    [{status: 429, body: {}}, 'cart-busy', null],
  ];
  for (const [answer, code, words] of cases) {
    it(`ends in ${code} at ${String(answer.status)}`, async () => {
      const error = await faultOf(() => submitHubspotForm(submission, {...options, fetch: shopThat(answer).fetch}));
      expect([error.code, error.shopWords]).to.deep.equal([code, words]);
    });
  }
});
