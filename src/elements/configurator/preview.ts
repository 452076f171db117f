import type {SnapshotOptions} from '../../viewer/index.js';

/** What can take a picture: `<twik-viewer>`. */
export interface SnapshotSource {
  /** Resolves when there is something to take a picture of. */
  readonly ready: Promise<unknown>;
  snapshot(options: SnapshotOptions): Promise<Blob>;
}

/** The most a preview may take, as a data URL. */
const maxLength = 200_000;

/** From the best to the smallest; a noisy fabric at full size does not fit, and is shrunk. */
const attempts = [
  {width: 960, quality: 0.86},
  {width: 800, quality: 0.8},
  {width: 640, quality: 0.75},
  {width: 480, quality: 0.7},
  {width: 320, quality: 0.6},
  {width: 160, quality: 0.5},
];

/** How long an order waits for the first picture of a viewer. */
const patienceMs = 8000;

/** A picture of at most 200 kB as a data URL; `null` when there is nothing to be seen, or it cannot be made that small. */
export async function previewOf(viewer: SnapshotSource | null): Promise<string | null> {
  if (!viewer) return null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A viewer that is out of sight has no picture for as long as it stays there.
  const tooLate = new Promise<false>((done) => (timer = setTimeout(() => done(false), patienceMs)));
  try {
    const isReady = await Promise.race([viewer.ready.then(() => true), tooLate]);
    return isReady ? await smallPictureOf(viewer) : null;
  } catch {
    // The viewer has told already why there is no picture, and an order must not fail for want of one.
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function smallPictureOf(viewer: SnapshotSource): Promise<string | null> {
  for (const {width, quality} of attempts) {
    const picture = await viewer.snapshot({width, height: width * 0.75, type: 'image/webp', quality});
    // Base64 takes four letters for three bytes, after a head of some thirty letters.
    if (picture.size * (4 / 3) + 40 <= maxLength) return dataUrlOf(picture);
  }
  return null;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'));
    reader.readAsDataURL(blob);
  });
}
