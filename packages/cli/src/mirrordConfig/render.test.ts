// SPDX-License-Identifier: Apache-2.0
import { formatOf, parseConfig } from './parse';
import { render } from './render';

const variables = {
  key: 'pr-7',
  gitBranch: 'feature/login',
  env: { NAMESPACE: 'shop', EMPTY: '' },
};

describe('render', () => {
  it.each([
    ['plain', 'plain'],
    ['{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ['{{ key }}-{{git_branch}}', 'pr-7-feature/login'],
    ['{{ get_env(name="NAMESPACE") }}', 'shop'],
    ["{{ get_env(name='OTHER', default='x') }}", 'x'],
    ['[{{ get_env(name="EMPTY", default="x") }}]', '[]'],
    ["{{ other | default(value='y') }}", 'y'],
    ["{{ key | default(value='y') | upper }}", 'PR-7'],
    ['{{ git_branch | replace(from="/", to="-") }}', 'feature-login'],
    ['{% if key == "pr-7" %}yes{% else %}no{% endif %}', 'yes'],
  ])('makes of %s %s', (text, wanted) => {
    expect(render(text, variables)).toBe(wanted);
  });

  it.each([
    ['{{ kye }}', /"kye" that is not defined/],
    ['{{ get_env(name="OTHER") }}', /needs the variable "OTHER"/],
    ['{{ get_env() }}', /needs the variable ""/],
    ['{{ key', /cannot be used/],
    ['{{ key | frobnicate }}', /cannot be used/],
    ['{{ key.constructor.constructor("1")() }}', /cannot be used/],
  ])('refuses %s', (text, message) => {
    expect(() => render(text, variables)).toThrow(
      expect.objectContaining({
        name: 'CliError',
        message: expect.stringMatching(message),
      }),
    );
  });

  it('has no branch outside of one', () => {
    expect(() =>
      render('{{ git_branch }}', { ...variables, gitBranch: null }),
    ).toThrow(/"git_branch" that is not defined/);
  });
});

describe('parseConfig', () => {
  it.each([
    ['a.json', '// c\n{"a": [1,], /* d */ }'],
    ['a.yaml', 'a: [1]'],
    ['a.yml', 'a:\n  - 1 # c'],
    ['a.toml', 'a = [1]'],
    ['-', '{"a": [1]}'],
  ])('reads %s', (path, text) => {
    expect(parseConfig(text, formatOf(path), path)).toEqual({ a: [1] });
  });

  it.each([
    ['a.json', '{\n"a": \n}', /fault in line 3/],
    ['a.yaml', 'a: [', /a.yaml is no configuration file/],
    ['a.toml', 'a = ', /a.toml is no configuration file/],
    ['a.json', '[1]', /no object/],
  ])('refuses %s with %j', (path, text, message) => {
    expect(() => parseConfig(text, formatOf(path), path)).toThrow(message);
  });
});
