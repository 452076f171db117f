import {expect} from '@open-wc/testing';
import type {Configuration, StateChange} from '../../../src/core/configuration/configuration.js';
import {createConfiguration} from '../../../src/core/configuration/create-configuration.js';
import type {ConfigurationRequest, RequestResult} from '../../../src/core/configuration/request.js';
import {TwikError} from '../../../src/core/error.js';
import type {Value} from '../../../src/core/product/parameter.js';
import {parseProduct} from '../../../src/core/product/parse-product.js';
import {shelf} from '../../support/products.js';

const product = parseProduct(shelf);

function set(configuration: Configuration, parameter: string, value: Value): RequestResult {
  return configuration.request({kind: 'set', parameter, value});
}

function valueOf(configuration: Configuration, path: string): Value {
  return configuration.parameter(path).value;
}

/** Sets that are expected to be applied. */
function configured(
  picks: Readonly<Record<string, Value>>,
  configuration = createConfiguration(product),
): Configuration {
  for (const [parameter, value] of Object.entries(picks)) {
    expect(set(configuration, parameter, value).kind, parameter).to.equal('applied');
  }
  return configuration;
}

function refusal(result: RequestResult): TwikError {
  if (result.kind === 'refused') return result.error;
  throw new Error(`The request was ${result.kind}.`);
}

describe('a new configuration', () => {
  it('takes defaults, and is valid as a whole', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('width')).to.include({value: 800, origin: 'default', isOpen: false, isActive: true});
    expect(configuration.parameter('extras')).to.deep.include({value: [], origin: 'default'});
    expect(configuration.consistent).to.equal(true);
    expect(configuration.revision).to.equal(0);
    expect([configuration.canUndo, configuration.canRedo]).to.deep.equal([false, false]);
  });

  it('leaves open what nobody has decided, and completes it all the same', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('glass')).to.include({value: 'clear', origin: null, isOpen: true});
    expect(configuration.complete).to.equal(false);
    expect(configuration.price()).to.include({isEstimated: true});
    configured({glass: 'clear'}, configuration);
    expect(configuration.parameter('glass')).to.include({value: 'clear', origin: 'user', isOpen: false});
    expect(configuration.complete).to.equal(true);
    expect(configuration.price()).to.include({isEstimated: false});
  });

  it('gives null to what does not exist', () => {
    const configuration = createConfiguration(product);
    expect(configuration.parameter('handle')).to.include({value: null, origin: null, isActive: false, isOpen: false});
    expect(configuration.bounds('width')).to.deep.equal({min: 400, max: 2400});
    expect(configuration.bounds('finish')).to.equal(null);
  });

  it('begins with picks, and suspends those that contradict ones before', () => {
    const configuration = createConfiguration(product, {picks: {width: 1500, finish: 'oak', legs: 'wood'}});
    expect(configuration.suspended.map(({parameter, value}) => [parameter, value])).to.deep.equal([['legs', 'wood']]);
    expect(configuration.consistent).to.equal(false);
    expect(valueOf(configuration, 'legs')).to.equal('steel');
    expect(() => createConfiguration(product, {picks: {witdh: 3}})).to.throw(TwikError, 'Did you mean "width"');
  });

  it('decides what rules leave no choice about', () => {
    const forced = parseProduct({
      format: 1,
      id: 'forced',
      version: '1',
      parameters: [
        {id: 'a', kind: 'boolean'},
        {id: 'b', kind: 'choice', options: [{id: 'x'}, {id: 'y'}]},
        {id: 'c', kind: 'choice', required: false, options: [{id: 'x'}, {id: 'y'}]},
      ],
      rules: [{id: 'follow', require: "a ? b == 'y' && c == 'y' : true"}],
    });
    const configuration = createConfiguration(forced);
    expect(configuration.parameter('b')).to.include({origin: null, isOpen: true});
    expect(configuration.parameter('c')).to.include({value: null, origin: null, isOpen: false});
    configured({a: true}, configuration);
    expect(configuration.parameter('b')).to.include({value: 'y', origin: 'rule', isOpen: false});
    expect(configuration.parameter('c')).to.include({value: 'y', origin: 'rule', isOpen: false});
    expect(configuration.complete).to.equal(true);
  });

  it('names the rules of a product that no configuration keeps', () => {
    const contradictory = parseProduct({
      format: 1,
      id: 'never',
      version: '1',
      parameters: [
        {id: 'a', kind: 'boolean'},
        {id: 'b', kind: 'boolean'},
      ],
      rules: [
        {id: 'harmless', require: 'a || b'},
        {id: 'yes', require: 'a'},
        {id: 'no', require: '!a'},
      ],
    });
    let error: unknown;
    try {
      createConfiguration(contradictory);
    } catch (caught) {
      error = caught;
    }
    expect(error).to.be.instanceOf(TwikError).with.property('code', 'product-contradictory');
    expect((error as TwikError).issues.map(({path}) => path)).to.deep.equal(['/rules/1', '/rules/2']);
  });
});

describe('setting a value', () => {
  it('lists what changes, forced follow-ups included', () => {
    const configuration = createConfiguration(product);
    expect(set(configuration, 'width', 1500)).to.deep.equal({
      kind: 'applied',
      changed: [
        {path: 'width', from: 800, to: 1500, origin: 'user'},
        {path: 'legs', from: 'wood', to: 'steel', origin: 'rule'},
      ],
    });
  });

  it('keeps defaults soft: they give way to picks', () => {
    const configuration = configured({width: 1500, legs: 'wood'});
    expect(configuration.parameter('finish')).to.include({value: 'walnut', origin: 'rule'});
    configuration.request({kind: 'clear', parameter: 'legs'});
    expect(configuration.parameter('finish')).to.include({value: 'oak', origin: 'default'});
  });

  it('takes the nearest number where the default number is barred', () => {
    const near = parseProduct({
      format: 1,
      id: 'near',
      version: '1',
      parameters: [
        {id: 'width', kind: 'number', unit: 'cm', min: 0, max: 100, step: 0.5, default: 50},
        {id: 'narrow', kind: 'boolean', default: false},
        {id: 'wide', kind: 'boolean', default: false},
      ],
      rules: [
        {id: 'n', when: 'narrow', require: 'width < 305 mm || width > 95 cm'},
        {id: 'w', when: 'wide', require: 'width < 20 cm || width >= 72.25 cm'},
      ],
    });
    expect(valueOf(configured({narrow: true}, createConfiguration(near)), 'width')).to.equal(30);
    expect(valueOf(configured({wide: true}, createConfiguration(near)), 'width')).to.equal(72.5);
  });

  it('tells nobody when the value is picked already', () => {
    const configuration = configured({width: 1500});
    let told = 0;
    configuration.subscribe(() => told++);
    expect(set(configuration, 'width', 1500)).to.deep.equal({kind: 'applied', changed: []});
    expect([told, configuration.revision]).to.deep.equal([0, 1]);
    configuration.request({kind: 'undo'});
    expect(configuration.canUndo).to.equal(false);
  });

  const refused: readonly (readonly [ConfigurationRequest, string])[] = [
    [{kind: 'set', parameter: 'depth', value: 1}, 'parameter-unknown'],
    [{kind: 'clear', parameter: 'depth'}, 'parameter-unknown'],
    [{kind: 'set', parameter: 'width', value: 800, release: ['depth']}, 'parameter-unknown'],
    [{kind: 'set', parameter: 'finish', value: 'pine'}, 'option-unknown'],
    [{kind: 'set', parameter: 'handle', value: 'bar'}, 'parameter-inactive'],
    [{kind: 'batch', requests: [{kind: 'set', parameter: 'doors', value: true}, {kind: 'undo'}]}, 'request-invalid'],
    [
      {
        kind: 'batch',
        requests: [
          {kind: 'set', parameter: 'doors', value: false},
          {kind: 'set', parameter: 'handle', value: 'bar'},
        ],
      },
      'parameter-inactive',
    ],
    [{kind: 'restore', from: '1.nonsense'}, 'code-invalid'],
  ];
  for (const [request, code] of refused) {
    it(`refuses ${JSON.stringify(request)} with ${code} and changes nothing`, () => {
      const configuration = createConfiguration(product);
      const before = configuration.serialize();
      expect(refusal(configuration.request(request)).code).to.equal(code);
      expect(configuration.serialize()).to.equal(before);
      expect(configuration.canUndo).to.equal(false);
    });
  }

  it('keeps texts and colours apart from the rules', () => {
    const configuration = configured({label: 'Ada', tint: '#1D3557'});
    expect(configuration.parameter('label')).to.include({value: 'Ada', origin: 'user', isOpen: false});
    expect(configuration.parameter('tint')).to.include({value: '#1d3557', origin: 'user'});
    expect(refusal(set(configuration, 'label', 'Ada 7')).code).to.equal('text-pattern');
    expect(configuration.isPossible('label', 'Ada 7')).to.equal(false);
    configuration.request({kind: 'clear', parameter: 'label'});
    expect(configuration.parameter('label')).to.include({value: '', origin: null});
  });

  it('leaves a required text open until something is written', () => {
    const named = parseProduct({
      format: 1,
      id: 'named',
      version: '1',
      parameters: [
        {id: 'gift', kind: 'boolean', default: false},
        {id: 'card', kind: 'text', active: 'gift'},
      ],
    });
    const configuration = createConfiguration(named);
    expect([configuration.complete, configuration.parameter('card').isActive]).to.deep.equal([true, false]);
    configured({gift: true}, configuration);
    expect([configuration.complete, configuration.parameter('card').isOpen]).to.deep.equal([false, true]);
    configured({card: 'For you'}, configuration);
    expect(configuration.complete).to.equal(true);
    configured({card: ''}, configuration);
    expect(configuration.complete).to.equal(false);
  });
});

describe('a conflict', () => {
  it('is explained by the rules and picks that matter, with their message filled', () => {
    const filled = parseProduct({
      ...shelf,
      rules: [
        {
          id: 'span',
          when: "finish == 'oak' && width > 1200 mm",
          require: "legs == 'steel'",
          message: {en: '{finish} at {width} needs {legs} no more.', de: '{finish} mit {width}.'},
        },
      ],
    });
    const configuration = configured({shelves: 4, legs: 'wood', width: 1500}, createConfiguration(filled));
    const result = set(configuration, 'finish', 'oak');
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation).to.deep.equal({
      parameter: 'finish',
      value: 'oak',
      rules: [{id: 'span', message: {en: 'Oak at 1500 mm needs Wood no more.', de: 'Eiche mit 1500 mm.'}}],
      picks: [
        {parameter: 'legs', value: 'wood'},
        {parameter: 'width', value: 1500},
      ],
    });
    expect(configuration.explain('finish', 'oak')).to.deep.equal(result.explanation);
    expect(configuration.explain('finish', 'white')).to.deep.include({rules: [], picks: []});
    expect(configuration.isPossible('finish', 'oak')).to.equal(false);
  });

  it('offers the oldest pick first, and is over when a repair is accepted', () => {
    const configuration = configured({legs: 'wood', width: 1500});
    const result = set(configuration, 'finish', 'oak');
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.repairs.map(({release}) => release.map(({parameter}) => parameter))).to.deep.equal([
      ['legs'],
      ['width'],
    ]);
    const [first] = result.repairs;
    expect(first?.changes).to.deep.equal([
      {path: 'finish', from: 'walnut', to: 'oak', origin: 'user'},
      {path: 'legs', from: 'wood', to: 'steel', origin: 'rule'},
    ]);
    expect(configuration.request(first!.request).kind).to.equal('applied');
    expect(configuration.parameter('legs').origin).to.equal('rule');
    configuration.request({kind: 'undo'});
    expect([valueOf(configuration, 'legs'), valueOf(configuration, 'finish')]).to.deep.equal(['wood', 'walnut']);
  });

  it('makes a changed pick the youngest', () => {
    const configuration = configured({legs: 'wood', width: 1300});
    configured({legs: 'plinth'}, configuration);
    const result = set(configuration, 'finish', 'oak');
    expect(result.kind === 'conflict' && result.explanation.picks.map(({parameter}) => parameter)).to.deep.equal([
      'width',
      'legs',
    ]);
  });

  it('has no repair when the rules alone stand against it', () => {
    const barred = parseProduct({
      format: 1,
      id: 'barred',
      version: '1',
      parameters: [{id: 'a', kind: 'choice', options: [{id: 'x'}, {id: 'y'}]}],
      rules: [{id: 'gone', require: "a != 'x'", message: 'Sold out.'}],
    });
    expect(set(createConfiguration(barred), 'a', 'x')).to.deep.equal({
      kind: 'conflict',
      explanation: {parameter: 'a', value: 'x', rules: [{id: 'gone', message: 'Sold out.'}], picks: []},
      repairs: [],
    });
  });

  it('counts the options of a set as one pick', () => {
    const sets = parseProduct({
      format: 1,
      id: 'sets',
      version: '1',
      parameters: [
        {id: 'extras', kind: 'choices', options: [{id: 'a'}, {id: 'b'}, {id: 'c'}]},
        {id: 'small', kind: 'boolean'},
      ],
      rules: [{id: 'room', when: 'small', require: 'count(extras) <= 1'}],
    });
    const configuration = configured({extras: ['a', 'b']}, createConfiguration(sets));
    const result = set(configuration, 'small', true);
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation.picks).to.deep.equal([{parameter: 'extras', value: ['a', 'b']}]);
    expect(result.repairs.map(({release}) => release.length)).to.deep.equal([1]);
    configuration.request({kind: 'reset'});
    configured({small: true, extras: ['c']}, configuration);
    expect(configuration.isPossible('extras', ['b'])).to.equal(true);
    expect(configuration.isPossible('extras', ['b', 'c'])).to.equal(false);
  });
});

describe('a pick of a parameter that comes and goes', () => {
  it('sleeps while the parameter does not exist, and is in force again when it does', () => {
    const configuration = configured({doors: true, handle: 'bar'});
    expect(configuration.isPossible('doors', false)).to.equal(true);
    configured({doors: false}, configuration);
    expect(configuration.parameter('handle')).to.include({value: null, origin: null, isActive: false});
    expect(configuration.serialize().values['handle']).to.equal(null);
    configured({doors: true}, configuration);
    expect(configuration.parameter('handle')).to.include({value: 'bar', origin: 'user'});
  });

  it('survives in a share code', () => {
    const configuration = configured({doors: true, handle: 'bar'});
    configured({doors: false}, configuration);
    const opened = createConfiguration(product, {restore: configuration.shareCode()});
    expect(opened.parameter('handle').isActive).to.equal(false);
    configured({doors: true}, opened);
    expect(opened.parameter('handle')).to.include({value: 'bar', origin: 'restored'});
  });

  const handles = parseProduct({
    ...shelf,
    rules: [{id: 'brass', when: "finish == 'walnut'", require: "handle != 'bar'"}],
  });

  it('does not slip out of force where another value of its parameter would be allowed', () => {
    // Doors are not picked, so taking them away would keep the rule; but it would change a pick silently.
    const configuration = createConfiguration(parseProduct({...JSON.parse(JSON.stringify(handlesWithDoors()))}));
    configured({handle: 'bar'}, configuration);
    expect(configuration.isPossible('finish', 'walnut')).to.equal(false);
    const result = set(configuration, 'finish', 'walnut');
    expect(result.kind === 'conflict' && result.repairs[0]?.release).to.deep.equal([
      {parameter: 'handle', value: 'bar'},
    ]);
  });

  it('contradicts others when it would wake against them', () => {
    const configuration = configured({doors: true, handle: 'bar'}, createConfiguration(handles));
    configured({doors: false, finish: 'walnut'}, configuration);
    expect(configuration.isPossible('doors', true)).to.equal(false);
    const result = set(configuration, 'doors', true);
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(result.explanation.rules.map(({id}) => id)).to.include('brass');
    expect(result.repairs.map(({release}) => release)).to.deep.equal([
      [{parameter: 'handle', value: 'bar'}],
      [{parameter: 'finish', value: 'walnut'}],
    ]);
    for (const {request} of result.repairs) {
      expect(configuration.request(request).kind).to.equal('applied');
      configuration.request({kind: 'undo'});
    }
  });

  it('says why what does not exist cannot be set', () => {
    const configuration = configured({doors: false});
    expect(configuration.isPossible('handle', 'bar')).to.equal(false);
    expect(configuration.explain('handle', 'bar')).to.deep.equal({
      parameter: 'handle',
      value: 'bar',
      rules: [{id: 'handle', message: null}],
      picks: [{parameter: 'doors', value: false}],
    });
    expect(configuration.bounds('handle')).to.equal(null);
  });

  function handlesWithDoors(): unknown {
    return {
      ...shelf,
      parameters: shelf.parameters.map((parameter) =>
        parameter.id === 'doors' ? {...parameter, default: true} : parameter,
      ),
      rules: [{id: 'brass', when: "finish == 'walnut'", require: "handle != 'bar'"}],
    };
  }
});

describe('steps', () => {
  it('are undone and redone as a person made them', () => {
    const configuration = configured({width: 1500, doors: true});
    configuration.request({kind: 'undo'});
    expect(valueOf(configuration, 'doors')).to.equal(false);
    expect(configuration.request({kind: 'undo'})).to.deep.equal({
      kind: 'applied',
      changed: [
        {path: 'width', from: 1500, to: 800, origin: 'default'},
        {path: 'legs', from: 'steel', to: 'wood', origin: 'default'},
      ],
    });
    expect(configuration.canUndo).to.equal(false);
    configuration.request({kind: 'redo'});
    expect(valueOf(configuration, 'legs')).to.equal('steel');
    configured({shelves: 5}, configuration);
    expect(configuration.canRedo).to.equal(false);
  });

  it('do nothing beyond the ends', () => {
    const configuration = createConfiguration(product);
    for (const kind of ['undo', 'redo'] as const) {
      expect(configuration.request({kind})).to.deep.equal({kind: 'applied', changed: []});
    }
    expect(configuration.revision).to.equal(0);
  });

  it('take a batch as one, whatever its order, all or nothing', () => {
    const configuration = createConfiguration(product);
    const batch: ConfigurationRequest = {
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'handle', value: 'bar'},
        {kind: 'batch', requests: [{kind: 'set', parameter: 'width', value: 1500}]},
        {kind: 'set', parameter: 'doors', value: true},
      ],
    };
    expect(configuration.request(batch).kind).to.equal('applied');
    expect([valueOf(configuration, 'handle'), valueOf(configuration, 'legs')]).to.deep.equal(['bar', 'steel']);
    configuration.request({kind: 'undo'});
    expect([configuration.canUndo, valueOf(configuration, 'width')]).to.deep.equal([false, 800]);
    const broken: ConfigurationRequest = {
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'shelves', value: 5},
        {kind: 'set', parameter: 'finish', value: 'oak'},
        {kind: 'set', parameter: 'width', value: 1500},
        {kind: 'set', parameter: 'legs', value: 'wood'},
      ],
    };
    const result = configuration.request(broken);
    expect(result.kind === 'conflict' && [result.explanation.parameter, result.repairs]).to.deep.equal(['legs', []]);
    expect(valueOf(configuration, 'shelves')).to.equal(3);
  });

  it('offer repairs for a batch as a batch', () => {
    const configuration = configured({legs: 'wood'});
    const result = configuration.request({
      kind: 'batch',
      requests: [
        {kind: 'set', parameter: 'finish', value: 'oak'},
        {kind: 'set', parameter: 'width', value: 1500},
      ],
    });
    if (result.kind !== 'conflict') throw new Error(result.kind);
    expect(configuration.request(result.repairs[0]!.request).kind).to.equal('applied');
    expect([valueOf(configuration, 'width'), valueOf(configuration, 'legs')]).to.deep.equal([1500, 'steel']);
  });

  it('take everything back at once, and that back too', () => {
    const configuration = configured({width: 1500, doors: true, label: 'Ada'});
    const before = configuration.serialize();
    configuration.request({kind: 'reset'});
    expect(configuration.serialize().values).to.deep.equal(createConfiguration(product).serialize().values);
    configuration.request({kind: 'undo'});
    expect(configuration.serialize()).to.deep.equal(before);
    expect(configuration.request({kind: 'reset'}).kind).to.equal('applied');
    expect(configuration.request({kind: 'reset'})).to.deep.equal({kind: 'applied', changed: []});
  });
});

describe('subscribers', () => {
  it('are told once, at once, by whom and what', () => {
    const configuration = createConfiguration(product);
    const told: StateChange[] = [];
    const unsubscribe = configuration.subscribe((change) => told.push(change));
    const result = configuration.request({kind: 'set', parameter: 'width', value: 1500}, {source: 'user'});
    expect(told).to.deep.equal([{source: 'user', changed: result.kind === 'applied' && result.changed}]);
    unsubscribe();
    configured({width: 800}, configuration);
    expect(told.length).to.equal(1);
  });

  it('all hear it although one of them throws', () => {
    const configuration = createConfiguration(product);
    const heard: string[] = [];
    configuration.subscribe(() => {
      throw new Error('first');
    });
    configuration.subscribe(() => heard.push('second'));
    expect(() => set(configuration, 'doors', true)).to.throw('first');
    expect(heard).to.deep.equal(['second']);
    expect(valueOf(configuration, 'doors')).to.equal(true);
    const errors: unknown[] = [];
    const quiet = createConfiguration(product, {onError: (error) => errors.push(error)});
    quiet.subscribe(() => {
      throw new Error('caught');
    });
    expect(set(quiet, 'doors', true).kind).to.equal('applied');
    expect(errors).to.have.length(1);
  });

  it('hear of what a listener asks in turn after what came before, each in the same order', () => {
    const configuration = createConfiguration(product);
    const heard: string[] = [];
    configuration.subscribe(({changed}) => {
      heard.push(`a ${changed.map(({path}) => path).join()}`);
      if (valueOf(configuration, 'doors') === false) {
        const result = set(configuration, 'doors', true);
        expect(result.kind).to.equal('applied');
        expect(valueOf(configuration, 'handle')).to.equal('knob');
      }
    });
    configuration.subscribe(({changed}) => heard.push(`b ${changed.map(({path}) => path).join()}`));
    configured({shelves: 5}, configuration);
    expect(heard).to.deep.equal(['a shelves', 'b shelves', 'a doors,handle', 'b doors,handle']);
    expect(configuration.revision).to.equal(2);
  });

  it('hear nothing more once another has ended their subscription', () => {
    const configuration = createConfiguration(product);
    let heard = 0;
    configuration.subscribe(() => end());
    const end = configuration.subscribe(() => heard++);
    configured({shelves: 5}, configuration);
    expect(heard).to.equal(0);
  });
});

describe('what follows from a configuration', () => {
  it('belongs to one moment and is worked out once', () => {
    const configuration = configured({doors: true, glass: 'clear'});
    const price = configuration.price();
    expect(configuration.price()).to.equal(price);
    expect(price !== null && 'total' in price && price.total.gross).to.deep.equal({amount: 39400, currency: 'EUR'});
    expect(configuration.bom()).to.equal(configuration.bom());
    expect(configuration.bom()[0]?.quantity).to.equal('5');
    expect(configuration.plan()).to.equal(configuration.plan());
    const three = configuration.price({quantity: 3});
    expect(three !== null && 'total' in three && three.total.gross.amount).to.equal(118200);
    configured({shelves: 4}, configuration);
    expect(configuration.bom()[0]?.quantity).to.equal('6');
  });

  it('is an error in place of a price when a formula fails', () => {
    const failing = parseProduct({
      format: 1,
      id: 'failing',
      version: '1',
      parameters: [{id: 'n', kind: 'integer', min: 0, max: 2, default: 0}],
      derived: [
        {id: 'share', formula: '1 / n'},
        {id: 'fine', formula: 'n + 1'},
      ],
      price: {currency: 'EUR', taxIncluded: true, taxRate: '0', lines: [{id: 'l', label: 'L', amount: 'share + fine'}]},
    });
    const configuration = createConfiguration(failing);
    expect(configuration.price()).to.be.instanceOf(TwikError).with.property('code', 'division-by-zero');
    expect(configuration.price({quantity: 0}))
      .to.be.instanceOf(TwikError)
      .with.property('code', 'quantity-invalid');
    configured({n: 2}, configuration);
    expect(configuration.price()).to.have.nested.property('total.gross.amount', 350);
  });

  it('has the hash of its canonical form', async () => {
    const engraved = parseProduct({
      format: 1,
      id: 'engraved',
      version: '1',
      parameters: [
        {id: 'words', kind: 'text'},
        {id: 'size', kind: 'number', min: 0, max: 1, step: 0.1},
      ],
    });
    const {hash, values} = createConfiguration(engraved, {picks: {words: 'Zoë 😀', size: 0.3}}).serialize();
    const sorted = Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
    const text = JSON.stringify({product: 'engraved', productVersion: '1', values: sorted});
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    expect(hash).to.equal([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
});

describe('a product that is too hard', () => {
  it('says so when something is asked that cannot be decided in time, and stays usable', () => {
    const parameters = Array.from({length: 12}, (_, index) => ({
      id: `n${index}`,
      kind: 'integer',
      min: 1,
      max: 400,
      default: 1,
    }));
    const cubes = parameters.map(({id}) => `${id} * ${id} * ${id}`).join(' + ');
    const hard = parseProduct({
      format: 1,
      id: 'hard',
      version: '1',
      parameters: [...parameters, {id: 'strict', kind: 'boolean', default: false}],
      // Cubes are 0, 1 or 8 modulo 9; the engine does not know, and looks for long.
      rules: [{id: 'cubes', when: 'strict', require: `(${cubes}) * 9 == 123456789`}],
    });
    const configuration = createConfiguration(hard);
    expect(configuration.isPossible('strict', true)).to.equal(false);
    expect(refusal(set(configuration, 'strict', true)).code).to.equal('search-limit');
    expect(set(configuration, 'n3', 77).kind).to.equal('applied');
    expect(valueOf(configuration, 'n3')).to.equal(77);
  });
});
