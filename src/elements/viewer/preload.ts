import type {ViewerContent} from './content.js';

const light = new URL('../../../assets/environments/neutral.bin', import.meta.url);

/**
 * Starts the downloads of a first picture while the 3D engine itself is still on its way: the engine's own requests
 * then find them under way. Returns what takes the hints back.
 */
export function preload({models, baseUrl}: ViewerContent): () => void {
  const start = models.filter(({load}) => load === 'start');
  const links = [light.href, ...start.flatMap(({src}) => absolute(src, baseUrl))].map((href) => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    // As fetch() asks without further options; otherwise the browser would fetch it twice.
    link.crossOrigin = 'anonymous';
    link.href = href;
    document.head.append(link);
    return link;
  });
  return () => {
    for (const link of links) link.remove();
  };
}

/** Nothing for what is no address, which the engine will complain about, and for what needs no network. */
function absolute(src: string, baseUrl: string): string[] {
  try {
    const {protocol, href} = new URL(src, baseUrl);
    return /^https?:$/.test(protocol) ? [href] : [];
  } catch {
    return [];
  }
}
