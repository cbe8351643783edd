// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A script for a shell, made from the words that there are. */
export function scriptFor(shell: Shell, words: Words[]): string {
  switch (shell) {
    case 'bash':
      return bash(words);
    case 'zsh':
      return `#compdef preview\nautoload -U +X bashcompinit && bashcompinit\n${bash(
        words,
      )}`;
    default:
      return fish(words);
  }
}

/** bash 3.2 of macOS has no maps, hence `case`. */
function bash(words: Words[]): string {
  const values = words.flatMap(({ path, options }) =>
    options
      .filter(option => option.values.length > 0)
      .map(
        option =>
          `    "${path} ${option.flag}") reply="${option.values.join(' ')}" ;;`,
      ),
  );
  const next = words.map(
    ({ path, commands, options }) =>
      `    "${path}") reply="${[
        ...commands.map(({ name }) => name),
        ...options.map(({ flag }) => flag),
      ].join(' ')} --help" ;;`,
  );
  return `_preview() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" reply="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in -*) break ;; esac
    path="\${path:+$path }$word"
  done
  case "$path \${COMP_WORDS[COMP_CWORD-1]}" in
${values.join('\n')}
  esac
  [ -n "$reply" ] || case "$path" in
${next.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$reply" -- "$current"))
}
complete -o default -F _preview preview
`;
}

function fish(words: Words[]): string {
  const lines = words.flatMap(({ path, commands, options }) => {
    const when = path
      ? `-n '__fish_seen_subcommand_from ${path.split(' ').at(-1)}'`
      : "-n '__fish_use_subcommand'";
    return [
      ...commands.map(
        ({ name, about }) => `${when} -f -a ${name} -d ${quoted(about)}`,
      ),
      ...options.map(({ flag, about, values, takes }) =>
        [
          `${when} -l ${flag.replace(/^--/, '')}`,
          takes ? '-r' : '',
          values.length > 0 ? `-f -a '${values.join(' ')}'` : '',
          `-d ${quoted(about)}`,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ];
  });
  return `${lines.map(line => `complete -c preview ${line}`).join('\n')}\n`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
