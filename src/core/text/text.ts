/** What a person reads: one string for every language, or one for each BCP 47 locale. */
export type Text = string | Readonly<Record<string, string>>;
