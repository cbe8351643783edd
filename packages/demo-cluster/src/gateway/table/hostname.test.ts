// SPDX-License-Identifier: Apache-2.0
import {
  compareHostnames,
  hostnameCovers,
  hostOf,
  intersectHostnames,
} from './hostname';

describe('hostnames', () => {
  it.each([
    ['', 'shop.example.com', true],
    ['shop.example.com', 'shop.example.com', true],
    ['shop.example.com', 'a.shop.example.com', false],
    ['*.example.com', 'shop.example.com', true],
    ['*.example.com', 'a.shop.example.com', true],
    ['*.example.com', 'example.com', false],
    ['*.example.com', '.example.com', false],
    ['*.example.com', 'badexample.com', false],
  ])('%j covers %j: %s', (hostname, host, expected) => {
    expect(hostnameCovers(hostname, host)).toBe(expected);
  });

  it.each([
    ['', '', ''],
    ['', 'a.example.com', 'a.example.com'],
    ['a.example.com', '', 'a.example.com'],
    ['*.example.com', '', '*.example.com'],
    ['*.example.com', 'a.example.com', 'a.example.com'],
    ['a.example.com', '*.example.com', 'a.example.com'],
    ['*.example.com', '*.a.example.com', '*.a.example.com'],
    ['*.example.com', '*.example.com', '*.example.com'],
    ['*.example.com', 'example.com', undefined],
    ['a.example.com', 'b.example.com', undefined],
    ['*.example.com', '*.example.net', undefined],
  ])('listener %j and route %j share %j', (listener, route, expected) => {
    expect(intersectHostnames(listener, route)).toBe(expected);
  });

  it('puts literal names before wildcards and longer before shorter', () => {
    const hostnames = [
      '',
      '*.example.com',
      'a.io',
      '*.shop.example.com',
      'shop.example.com',
    ];
    expect([...hostnames].sort(compareHostnames)).toEqual([
      'shop.example.com',
      'a.io',
      '*.shop.example.com',
      '*.example.com',
      '',
    ]);
  });

  it.each([
    ['Shop.Example.com:8080', 'shop.example.com'],
    ['shop.example.com.', 'shop.example.com'],
    ['[::1]:8080', '[::1]'],
    ['[::1]', '[::1]'],
    ['localhost', 'localhost'],
    [undefined, ''],
  ])('reads %j as %j', (header, expected) => {
    expect(hostOf(header)).toBe(expected);
  });
});
