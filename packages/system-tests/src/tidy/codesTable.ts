// SPDX-License-Identifier: Apache-2.0
import { CODES } from '@preview-environments/backstage-plugin-preview-common';

const KINDS = {
  failure: 'What a preview can show',
  refusal: 'What a rule refuses',
  input: 'What is wrong with a request',
} as const;

/** `docs/codes.md`, made from the registry. */
export function codesTable(): string {
  const sections = Object.entries(KINDS).map(([kind, title]) => {
    const rows = Object.entries(CODES)
      .filter(([, entry]) => entry.kind === kind)
      .map(
        ([code, entry]) =>
          `| ${
            kind === 'failure'
              ? `[${code}](runbooks/${code}.md)`
              : `\`${code}\``
          } | ${entry.status} | ${entry.retryable ? 'yes' : 'no'} | ${
            entry.message
          } | ${entry.hint} |`,
      );
    return [
      `## ${title}`,
      '',
      '| Code | HTTP | Retryable | Says | What to do |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return `# Codes\n\nGenerated from the registry in \`preview-common\` by \`scripts/docs-codes.cjs\`. Codes are stable; new ones may be added.\n\n${sections.join(
    '\n',
  )}`;
}
