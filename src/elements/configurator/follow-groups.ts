import {companion} from './companions.js';

/** Lets the camera go to the view of each group that is opened. */
export function followGroups(configurator: HTMLElement & {readonly renderRoot: ParentNode}): void {
  configurator.addEventListener('twik-group-opened', ({detail: {view}}) => {
    if (view === null) return;
    // A viewer without a picture has told already why.
    void companion(configurator, 'twik-viewer')
      ?.goTo(view)
      .catch(() => undefined);
  });
}
