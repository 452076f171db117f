declare const __TWIK_VERSION__: string;

/** The version of this package. */
export const version = typeof __TWIK_VERSION__ === 'string' ? __TWIK_VERSION__ : '0.0.0-source';
