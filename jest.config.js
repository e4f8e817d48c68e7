/** For real servers: a test that hangs must end, and none of them needs a quarter of this. */
const SERVER_TIMEOUT_MS = 60_000;

const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.dateline/'],
};

/** The suffix of a spec says what it needs: nothing, one real server, or the whole pipeline. */
export default {
  testTimeout: SERVER_TIMEOUT_MS,
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(int|e2e|docker|cluster)\\.spec\\.ts$', '/node_modules/', '/dist/'],
    },
    {
      ...base,
      displayName: 'int',
      testMatch: ['**/*.int.spec.ts'],
      globalSetup: '<rootDir>/test/start-servers.ts',
      globalTeardown: '<rootDir>/test/stop-servers.ts',
    },
    {
      ...base,
      displayName: 'e2e',
      testMatch: ['**/*.e2e.spec.ts'],
      globalSetup: '<rootDir>/test/start-servers.ts',
      globalTeardown: '<rootDir>/test/stop-servers.ts',
    },
    { ...base, displayName: 'docker', testMatch: ['**/*.docker.spec.ts'] },
    { ...base, displayName: 'cluster', testMatch: ['**/*.cluster.spec.ts'] },
  ],
};
