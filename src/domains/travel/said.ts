/** An object whose undefined members are left out, as the schemas of records want them. */
export type Said<Value> = {
  [Key in keyof Value as undefined extends Value[Key] ? never : Key]: Value[Key];
} & {
  [Key in keyof Value as undefined extends Value[Key] ? Key : never]?: Exclude<Value[Key], undefined>;
};

/** Leaves out the members that a message did not say. */
export const said = <Value extends object>(value: Value): Said<Value> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Said<Value>;
