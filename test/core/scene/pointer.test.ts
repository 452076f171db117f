import {expect} from '@open-wc/testing';
import {parsePointer} from '../../../src/core/scene/pointer.js';
import {issueOf} from '../../support/issue.js';

describe('parsePointer', () => {
  const readings: [string, unknown][] = [
    ['/nodes/@Door/translation', {target: {kind: 'node', path: ['Door']}, property: ['translation']}],
    ['/nodes/@Body>Door/scale', {target: {kind: 'node', path: ['Body', 'Door']}, property: ['scale']}],
    ['/nodes/@Door_*/twik:material', {target: {kind: 'node', path: ['Door_*']}, property: ['twik:material']}],
    ['/nodes/@A~1B~01/twik:mount', {target: {kind: 'node', path: ['A/B~1']}, property: ['twik:mount']}],
    [
      '/nodes/@Door/extensions/KHR_node_visibility/visible',
      {target: {kind: 'node', path: ['Door']}, property: ['extensions', 'KHR_node_visibility', 'visible']},
    ],
    [
      '/materials/@Oak>matt/pbrMetallicRoughness/baseColorFactor',
      {target: {kind: 'material', name: 'Oak>matt'}, property: ['pbrMetallicRoughness', 'baseColorFactor']},
    ],
    ['/twik:variant', {target: {kind: 'model'}, property: ['twik:variant']}],
  ];
  for (const [text, pointer] of readings) {
    it(`reads ${text}`, () => expect(parsePointer(text)).to.deep.equal(pointer));
  }

  const refusals: [string, string][] = [
    ['nodes/@Door/scale', 'Begin with "/nodes/@Name/"'],
    ['/meshes/@Door/scale', 'Begin with "/nodes/@Name/"'],
    ['/nodes/3/scale', 'Address by name: "/nodes/@Name/…"'],
    ['/materials/@', 'Write the name after "@"'],
    ['/nodes/@A>/scale', 'Write the name after "@"'],
    ['/nodes/@Door', 'Say what to set'],
    ['/nodes/@Door/', 'Say what to set'],
    ['/nodes/@A~2/scale', 'write "~" as "~0"'],
  ];
  for (const [text, cure] of refusals) {
    it(`refuses ${text} and says how to write it`, () => {
      const issue = issueOf(() => parsePointer(text));
      expect(issue.code).to.equal('pointer-invalid');
      expect(issue.message).to.contain(cure);
    });
  }
});
