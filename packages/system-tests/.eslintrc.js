// Nothing of this package ships, so everything that it uses is for development;
// and what a suite proves stands in files of its own beside the test that runs it.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    '@backstage/no-undeclared-imports': 'off',
    '@backstage/no-mixed-plugin-imports': 'off',
    'jest/no-standalone-expect': 'off',
    'jest/expect-expect': 'off',
    'jest/no-export': 'off',
    'jest/no-conditional-expect': 'off',
  },
});
