import { decodeHTMLStrict } from 'entities';

/**
 * The named characters of HTML (`nbsp`, `eacute` …) as saxes looks entities up: feeds use them in XML without
 * declaring them. Each name stands for one or two characters, so nothing can be expanded further.
 */
export const htmlEntities: Record<string, string> = new Proxy<Record<string, string>>(
  {},
  {
    get: (_none, name) => {
      const reference = `&${String(name)};`;
      const characters = decodeHTMLStrict(reference);
      return characters === reference ? undefined : characters;
    },
  },
);
