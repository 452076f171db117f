import {expect} from '@open-wc/testing';
import {TwikError} from '../../../src/core/error.js';
import {previewOf} from '../../../src/elements/configurator/preview.js';
import type {SnapshotOptions} from '../../../src/viewer/index.js';

/** A viewer whose pictures take so many bytes for each pixel, and the widths it was asked for. */
function viewerWith(bytesPerPixel: number) {
  const widths: number[] = [];
  const snapshot = async ({width = 0, height = 0}: SnapshotOptions): Promise<Blob> => {
    widths.push(width);
    return new Blob([new Uint8Array(Math.round(width * height * bytesPerPixel))], {type: 'image/webp'});
  };
  return {widths, snapshot, ready: Promise.resolve()};
}

describe('a preview', () => {
  it('is null where there is no viewer', async () => {
    expect(await previewOf(null)).to.equal(null);
  });

  it('is the largest picture when that fits', async () => {
    const viewer = viewerWith(0.1);
    const preview = await previewOf(viewer);
    expect(preview).to.match(/^data:image\/webp;base64,/);
    expect(viewer.widths).to.have.lengthOf(1);
  });

  for (const bytesPerPixel of [0.2, 0.3, 0.5, 1, 3]) {
    it(`is shrunk until it fits into 200 kB at ${bytesPerPixel} bytes a pixel`, async () => {
      const preview = await previewOf(viewerWith(bytesPerPixel));
      expect(preview?.length).to.be.within(1000, 200_000);
    });
  }

  it('is null when not even the smallest fits', async () => {
    expect(await previewOf(viewerWith(100))).to.equal(null);
  });

  it('is null when the viewer has failed', async () => {
    const snapshot = () => Promise.reject(new TwikError('webgl-missing', 'There is no WebGL.'));
    expect(await previewOf({snapshot, ready: Promise.resolve()})).to.equal(null);
  });
});
