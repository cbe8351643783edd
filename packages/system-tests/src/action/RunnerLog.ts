// SPDX-License-Identifier: Apache-2.0

const COMMAND = /^\s*::([^\s:]+)(?: [^:]*)?::(.*)$/;

/** The log of a step: takes commands out of it, as GitHub's runner does. */
export class RunnerLog {
  raw = '';
  readonly annotations: { level: string; text: string }[] = [];
  private readonly secrets = new Set<string>();

  add(text: string): void {
    this.raw += text;
  }

  /** Everything but commands, which take effect here. */
  text(): string {
    const shown: string[] = [];
    let resume: string | null = null;
    for (const line of this.raw.split('\n')) {
      const [, name, value] = COMMAND.exec(line) ?? [];
      if (resume !== null) {
        if (name === resume) {
          resume = null;
        } else {
          shown.push(line);
        }
      } else if (name === 'stop-commands') {
        resume = value;
      } else if (name === 'add-mask') {
        this.secrets.add(decode(value));
      } else if (['notice', 'warning', 'error'].includes(name)) {
        this.annotations.push({ level: name, text: decode(value) });
        shown.push(`${name}: ${decode(value)}`);
      } else if (name) {
        throw new Error(`The runner does not know the command ${name}`);
      } else {
        shown.push(line);
      }
    }
    for (const annotation of this.annotations) {
      annotation.text = this.masked(annotation.text);
    }
    return this.masked(shown.join('\n'));
  }

  masked(text: string): string {
    return [...this.secrets].reduce(
      (masked, secret) => masked.split(secret).join('***'),
      text,
    );
  }
}

function decode(value: string): string {
  return value.replace(/%0A/g, '\n').replace(/%0D/g, '\r').replace(/%25/g, '%');
}
