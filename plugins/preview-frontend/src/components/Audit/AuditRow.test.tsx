// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type { AuditEvent } from '@preview-environments/backstage-plugin-preview-common';
import { Stage } from '../../../dev/Stage';
import { anEvent } from '../../examples/audit';
import { rootRouteRef } from '../../routes';
import { AuditList } from './AuditList';

jest.setTimeout(60_000);
const PATIENCE = { timeout: 30_000 };

const TITLES: Record<string, string> = {
  'user:default/jana': 'Jana Novak',
  'user:default/kim': 'Kim Lee',
  'group:default/team-payments': 'Payments',
  'component:default/checkout': 'Checkout',
};

const presentation = {
  forEntity: (entityRef: string) => {
    const snapshot = {
      entityRef,
      primaryTitle: TITLES[entityRef] ?? entityRef,
    };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

async function show(part: Partial<AuditEvent>) {
  renderInTestApp(
    <Stage>
      <AuditList events={[anEvent(part)]} />
    </Stage>,
    {
      apis: [[entityPresentationApiRef, presentation as never]],
      mountedRoutes: {
        '/previews': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return screen.findByRole('button', {}, PATIENCE);
}

describe('an event of the audit log', () => {
  it.each<[string, Partial<AuditEvent>, string]>([
    ['a person', {}, 'Jana Novak started a preview of checkout (pr-1042)'],
    ['the system', { actor: 'system' }, 'system started a preview'],
    [
      'a service on behalf of a person',
      { actor: 'external:ci', claimedActor: 'user:default/kim' },
      'external:ci for Kim Lee started a preview',
    ],
    [
      'a service on behalf of somebody whom the catalog does not know',
      { actor: 'external:ci', claimedActor: 'mo' },
      'external:ci for mo started a preview',
    ],
  ])('names %s as people do', async (_case, part, sentence) => {
    expect(await show(part)).toHaveTextContent(sentence);
  });

  it('names all of them in its record, too', async () => {
    await userEvent.click(await show({ claimedActor: 'user:default/kim' }));
    for (const name of ['Jana Novak', 'Kim Lee', 'Payments', 'Checkout']) {
      expect(screen.getByRole('link', { name })).toBeVisible();
    }
  });
});
