// SPDX-License-Identifier: Apache-2.0
import { importsOf, productFiles } from './sources';

const BACKEND = 'plugins/preview-backend/src';

/** Imports run one way through the house; each row is one closed door. */
const CLOSED_DOORS: { from: RegExp; never: RegExp; why: string }[] = [
  {
    from: /^plugins\/preview-common\/src\//,
    never: /backstage-plugin-preview|^node:|knex|express|@kubernetes/,
    why: 'the contract knows nobody, and runs in a browser',
  },
  {
    from: /^plugins\/preview-node\//,
    never:
      /backstage-plugin-preview-backend|backstage-plugin-preview$|knex|express|@kubernetes/,
    why: 'extension points know only the contract',
  },
  {
    from: /^plugins\/preview-frontend\//,
    never: /backstage-plugin-preview-(backend|node)|^node:/,
    why: 'the frontend knows only the contract',
  },
  {
    from: /^plugins\//,
    never: /demo-cluster|system-tests|^packages\//,
    why: 'plugins know the demo cluster by kubeconfig alone',
  },
  {
    from: /^packages\/demo-cluster\//,
    never: /backstage-plugin-preview/,
    why: 'the demo cluster knows the Kubernetes API, not the product',
  },
  {
    from: /^packages\/cli\//,
    never:
      /backstage-plugin-preview(-backend|-node|$)|knex|express|@kubernetes/,
    why: 'the command knows the contract, and works offline',
  },
  {
    from: /^packages\/demo-cluster\/src\/gateway\//,
    never: /^packages\/demo-cluster\/src\/(?!gateway\/)/,
    why: 'the gateway knows only the Kubernetes API',
  },
  {
    from: new RegExp(`^${BACKEND}/drivers/[^/]+/`),
    never: new RegExp(
      `^(knex|express)|^${BACKEND}/(database|api|sessions|lifecycle|authorization|policy|audit)/`,
    ),
    why: 'drivers know neither database nor Express nor the domain',
  },
  {
    from: new RegExp(
      `^${BACKEND}/(api|sessions|lifecycle|database|authorization|policy|audit|transparency)/`,
    ),
    never: new RegExp(
      `@kubernetes/client-node|^${BACKEND}/drivers/(kubernetes|mirrord)`,
    ),
    why: 'the domain knows no Kubernetes',
  },
  {
    from: new RegExp(`^${BACKEND}/database/`),
    never: new RegExp(
      `^express|^${BACKEND}/(api|authorization|policy|drivers)/`,
    ),
    why: 'the database layer knows nothing above it',
  },
  {
    from: new RegExp(
      `^${BACKEND}/(sessions|lifecycle|audit|policy|transparency)/`,
    ),
    never: new RegExp(`^express|^${BACKEND}/api/`),
    why: 'only api/ knows HTTP',
  },
];

describe('arrows', () => {
  it.each(CLOSED_DOORS)('$from never reaches $never: $why', door => {
    const files = productFiles().filter(file => door.from.test(file.path));
    expect(files.length).toBeGreaterThan(0);
    const broken = files.flatMap(file =>
      importsOf(file)
        .filter(name => door.never.test(name))
        .map(name => `${file.path} imports ${name}`),
    );
    expect(broken).toEqual([]);
  });
});
