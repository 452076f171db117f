/** A field of a form, as `FormData` and `URLSearchParams` take it. Names may come more than once. */
export type FormField = readonly [name: string, value: string];
