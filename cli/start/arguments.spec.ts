import { describe, expect, test } from '@jest/globals';
import { parseArguments } from './arguments.ts';

describe('the command line', () => {
  test('without anything runs the examples until Ctrl-C', () => {
    expect(parseArguments([], '/home/ina')).toEqual({
      once: false,
      help: false,
      data: undefined,
      provider: 'example',
      files: [],
    });
  });

  test('takes paths from the folder where the person stands', () => {
    const { data, files } = parseArguments(['--data', 'kept', 'a.txt', '/b.xml'], '/home/ina');
    expect({ data, files }).toEqual({ data: '/home/ina/kept', files: ['/home/ina/a.txt', '/b.xml'] });
  });

  test.each([[['--onec']], [['--data']]])('refuses %j', (args) => {
    expect(() => parseArguments(args, '/')).toThrow();
  });
});
