// SPDX-License-Identifier: Apache-2.0
import { parseTarget } from '@preview-environments/backstage-plugin-preview-common';
import { hashedKey, keySelector, resourceName, suffixOf } from './names';

describe('hashedKey', () => {
  it.each([
    ['pr-123', 'h4ARUIDeLr6zKT-pPzO4X7xEsOfil3k49SWY-hK6ANmgh'],
    ['alice', 'hK9gGyX8OAK8aH8Myj6djqSaXI8jbj6xPk69x2xhtbpAh'],
    ['feature/login', 'h33x66zVg0zN9PdO6XTloLcIguVsA5KkDlEKog0cDYxEh'],
  ])('of %s is %s', (key, label) => {
    expect(hashedKey(key)).toBe(label);
    expect(label).toHaveLength(45);
  });
});

describe('keySelector', () => {
  it('finds the raw and the hashed form of a key that a label takes', () => {
    expect(keySelector('pr-123')).toBe(
      'preview.mirrord.metalbear.co/key in (pr-123,h4ARUIDeLr6zKT-pPzO4X7xEsOfil3k49SWY-hK6ANmgh)',
    );
  });

  it('finds the hashed form alone of any other key', () => {
    expect(keySelector('feature/login')).toBe(
      'preview.mirrord.metalbear.co/key=h33x66zVg0zN9PdO6XTloLcIguVsA5KkDlEKog0cDYxEh',
    );
  });
});

describe('resourceName', () => {
  const long = 'a'.repeat(60);

  it.each([
    [
      'deployment/my-app',
      'pr-123',
      'deployment-my-app-pr-123-0a1b2c3d',
      'nothing to cut',
    ],
    [
      'deployment/my-app/container/web',
      'pr-123',
      'deployment-my-app-container-web-pr-123-0a1b2c3d',
      'with a container',
    ],
    [
      `deployment/${long}`,
      long,
      `deployment-${'a'.repeat(15)}-${'a'.repeat(27)}-0a1b2c3d`,
      'both too long',
    ],
    [
      `deployment/${long}`,
      'pr-1',
      `deployment-${'a'.repeat(38)}-pr-1-0a1b2c3d`,
      'the key leaves room',
    ],
    [
      'deployment/api',
      long,
      `deployment-api-${'a'.repeat(39)}-0a1b2c3d`,
      'the target leaves room',
    ],
    [
      'deployment/my.app',
      'pr-1',
      'deployment-my-app-pr-1-0a1b2c3d',
      'only letters, digits and dashes',
    ],
  ])('of %s and %s is %s (%s)', (target, key, name) => {
    expect(resourceName(parseTarget(target), key, '0a1b2c3d')).toBe(name);
    expect(name.length).toBeLessThanOrEqual(63);
  });
});

describe('suffixOf', () => {
  it('is the same for the same revision, and another for the next', () => {
    expect(suffixOf('s-1', 1)).toMatch(/^[0-9a-f]{8}$/);
    expect(suffixOf('s-1', 1)).toBe(suffixOf('s-1', 1));
    expect(suffixOf('s-1', 1)).not.toBe(suffixOf('s-1', 2));
    expect(suffixOf('s-1', 1)).not.toBe(suffixOf('s-2', 1));
  });
});
