/** The reference tables, each read when it is first asked for: starting the server costs nothing. */
declare const require: (id: string) => unknown;

type Rows = readonly (readonly string[])[];

const lazy = <T>(make: () => T): (() => T) => {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
};

// One literal `require` a table: the bundler turns each into a module of its own that runs on first use.
export const subjectRows = lazy(() => require('./generated/tags-subject.json') as Rows);
export const programRows = lazy(() => require('./generated/tags-program.json') as Rows);
export const organizationRows = lazy(() => require('./generated/tags-organization.json') as Rows);
export const geoRows = lazy(() => require('./generated/tags-geo.json') as Rows);
export const currentGeoRows = lazy(() => require('./generated/tags-geo-current.json') as Rows);
export const variantRows = lazy(() => require('./generated/tags-variants.json') as Rows);
export const acronymRows = lazy(() => require('./generated/acronyms.json') as Rows);
export const officeRows = lazy(() => require('./generated/offices.json') as Rows);
export const postRows = lazy(() => require('./generated/posts.json') as Rows);
export const routingRows = lazy(() => require('./generated/routing-indicators.json') as Rows);

/** Rows by one of their cells. */
export const index = (rows: () => Rows, column: number, key: (cell: string) => string = (cell) => cell) =>
  lazy(() => {
    const map = new Map<string, (readonly string[])[]>();
    for (const row of rows()) {
      const at = key(row[column]!);
      const list = map.get(at);
      if (list) list.push(row);
      else map.set(at, [row]);
    }
    return map;
  });
