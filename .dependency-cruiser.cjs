const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$|/fixtures/' },
  to: { pathNot: allowed },
});
const PURE_NPM =
  '(zod|saxes|xmlchars|htmlparser2|domhandler|domutils|dom-serializer|entities|domelementtype|sanitize-html|luxon|eld|compromise|postal-mime)';

/** The architecture as rules: who may import whom. Read it together with docs/architecture.md. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only(
      'contracts-is-the-bottom',
      '^libs/contracts/src',
      ['^libs/contracts/', 'node_modules/zod/'],
      'contracts: zod and nothing else',
    ),
    only(
      'formats-is-pure',
      '^libs/formats/src',
      ['^libs/(formats|pictures|contracts)/', `node_modules/${PURE_NPM}/`, '^(node:)?(crypto|buffer|util)$'],
      'no I/O, no framework',
    ),
    only(
      'pictures-is-pure',
      '^libs/pictures/src',
      ['^libs/(pictures|contracts)/', 'node_modules/(saxes|xmlchars)/', '^(node:)?(crypto|buffer|zlib)$'],
      'no I/O, no framework',
    ),
    only(
      'newscodes-is-data',
      '^libs/newscodes/src',
      ['^libs/(newscodes|contracts)/'],
      'tables of the IPTC, and how to look things up in them',
    ),
    only(
      'outputs-is-pure',
      '^libs/outputs/src',
      ['^libs/(outputs|articles|contracts)/', `node_modules/${PURE_NPM}/`],
      'no I/O, no framework',
    ),
    only(
      'normalize-is-pure',
      '^libs/normalize/src',
      [
        '^libs/(normalize|newscodes|contracts)/',
        `node_modules/${PURE_NPM}/`,
        '^(node:)?(crypto|buffer|util|worker_threads|os)$',
      ],
      'no I/O, no framework',
    ),
    only(
      'captions-is-pure',
      '^libs/captions/src',
      ['^libs/(captions|contracts)/', '^(node:)?crypto$'],
      'no I/O, no framework',
    ),
    only(
      'articles-is-pure',
      '^libs/articles/src',
      ['^libs/(articles|contracts)/', '^(node:)?crypto$'],
      'no I/O, no framework',
    ),
    only(
      'kafka-knows-contracts',
      '^libs/kafka/src',
      ['^libs/(kafka|contracts)/', 'node_modules/(kafkajs|@nestjs|rxjs|zod|prom-client)/', '^(node:)?[a-z_/]+$'],
      'the delivery core knows no news',
    ),
    only(
      'fetch-stands-alone',
      '^libs/fetch/src',
      ['^libs/fetch/', 'node_modules/(undici|ipaddr\\.js)/', '^(node:)?[a-z_/]+$'],
      'a guarded HTTP client knows no news',
    ),
    only(
      'service-knows-no-news',
      '^libs/service/src',
      ['^libs/(service|kafka)/', 'node_modules/', '^(node:)?[a-z_/]+$'],
      'what every service needs to be operated',
    ),
    only(
      'servers-stands-alone',
      '^libs/servers/src',
      ['^libs/servers/', 'node_modules/', '^(node:)?[a-z_/]+$'],
      'local Kafka, MongoDB and Java',
    ),
    {
      name: 'broker-only-in-libs-kafka',
      severity: 'error',
      from: { path: '^(apps|libs|cli|jobs)/', pathNot: '^libs/(kafka|testing)/' },
      to: { path: 'node_modules/kafkajs/' },
    },
    {
      name: 'http-client-only-in-libs-fetch',
      comment: 'what others have named is fetched through the guard',
      severity: 'error',
      from: { path: '^(apps|libs|cli|jobs)/', pathNot: '^libs/fetch/' },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'database-only-in-indexing',
      severity: 'error',
      from: { path: '^(apps|libs|cli)/', pathNot: '^(apps/indexing|libs/(testing|servers)|cli/ops)/' },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'apps-are-islands',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-see-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|cli|jobs|bench|test)/' },
    },
    {
      name: 'testing-only-from-specs',
      severity: 'error',
      from: { pathNot: '(\\.spec\\.ts$|^libs/testing/|^test/|^bench/)' },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'libs-through-the-front-door',
      comment: 'import #lib, not libs/lib/src/file',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts)', pathNot: '^$1/$2/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
