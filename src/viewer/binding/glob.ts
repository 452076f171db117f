/** Whether a name stands for any number of names. */
export function isGlob(name: string): boolean {
  return name.includes('*');
}

/** A test for names that are like this one, in which `*` stands for any text. */
export function globTest(name: string): (candidate: string) => boolean {
  if (!isGlob(name)) return (candidate) => candidate === name;
  const pattern = name
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  const test = new RegExp(`^${pattern}$`);
  return (candidate) => test.test(candidate);
}
