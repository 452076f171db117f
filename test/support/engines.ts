/** Whether the tests run in WebKit, whose launcher here moves no mouse. */
export const isWebKit = /AppleWebKit(?!.*Chrom)/.test(navigator.userAgent);

/**
 * To be called first in a suite that draws hundreds of pictures, which only Chromium's software renderer does within
 * minutes, or that has to be seen: Chromium's tabs believe they are. The other engines have
 * `test/elements/viewer/extras.test.ts`, which uses these parts as a page does.
 */
export function inChromiumOnly(): void {
  before(function () {
    if (!navigator.userAgent.includes('Chrom')) this.skip();
  });
}

/** To be called first in a test that waits for what browsers do once a frame: a tab behind another gets no frames. */
export function skipWithoutFrames(test: Mocha.Context): void {
  if (document.hidden) test.skip();
}
