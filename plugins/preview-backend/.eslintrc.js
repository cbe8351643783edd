const { overrides = [], ...base } =
  require('@backstage/cli/config/eslint-factory')(__dirname);

module.exports = {
  ...base,
  overrides: [
    ...overrides,
    {
      // Only tests import these, so what they need is for development.
      files: ['src/testUtils/**'],
      rules: { '@backstage/no-undeclared-imports': 'off' },
    },
  ],
};
