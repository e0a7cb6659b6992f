/**
 * What PowerShell makes of a line, by its documented rules: about_Quoting_Rules (single quotes, typographic ones too, are
 * doubled within single quotes), about_Parsing, about_Operators (+ of texts, [char], the call operator). Only what
 * Crosslink writes is known; anything else is an error.
 */
export function powerShellWords(line: string, pass: (text: string) => string): string[] {
  const command = line.startsWith('$word = {') ? line.slice(line.indexOf(' } }; ') + 6) : line;
  const reader = new Reader(command, pass);
  const words: string[] = [];
  while (!reader.atEnd()) words.push(reader.word());
  return words;
}

const quotes = "'\u2018\u2019\u201a\u201b";

class Reader {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly pass: (text: string) => string,
  ) {}

  atEnd(): boolean {
    while (this.text[this.at] === ' ') this.at++;
    return this.at >= this.text.length;
  }

  word(): string {
    const start = this.text[this.at] ?? '';
    if (start === '(') return this.bracket();
    if (quotes.includes(start)) return this.quoted();
    const [plain] = /^[A-Za-z.-]+(?= |$)/.exec(this.text.slice(this.at)) ?? [];
    if (plain === undefined) throw new Error(`not understood: ${this.text.slice(this.at)}`);
    this.at += plain.length;
    return plain;
  }

  private bracket(): string {
    this.take('(');
    if (this.takes('& $word ')) {
      const word = this.pass(this.word());
      this.take(')');
      return word;
    }
    let value = this.operand();
    while (this.takes(' + ')) value += this.operand();
    this.take(')');
    return value;
  }

  private operand(): string {
    this.takes('[string]');
    if (this.takes('[char]::ConvertFromUtf32(0x')) {
      const [digits = ''] = /^[\da-f]+(?=\))/.exec(this.text.slice(this.at)) ?? [];
      this.take(`${digits})`);
      return String.fromCodePoint(Number.parseInt(digits, 16));
    }
    if (!this.takes('[char]0x')) return this.quoted();
    const code = this.text.slice(this.at, this.at + 4);
    this.at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private quoted(): string {
    let value = '';
    for (this.at++; this.at < this.text.length; this.at++) {
      const letter = this.text[this.at] ?? '';
      if (!quotes.includes(letter)) value += letter;
      else if (quotes.includes(this.text[this.at + 1] ?? ' ')) value += this.text[this.at++];
      else {
        this.at++;
        return value;
      }
    }
    throw new Error('a quote is not closed');
  }

  private takes(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private take(text: string): void {
    if (!this.takes(text)) throw new Error(`${text} expected: ${this.text.slice(this.at)}`);
  }
}

/** The line's own function, as Windows PowerShell 5.1 runs it: it has no `$PSNativeCommandArgumentPassing`. */
export function escapedForRuntime(text: string): string {
  return text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
}

/** How Windows PowerShell 5.1 hands words to a program: one text, words with blanks in quotes, nothing escaped. */
export function commandLine51(words: readonly string[]): string {
  return words.map((word) => (hasBlankOutsideQuotes(word) ? `"${word}"` : word)).join(' ');
}

function hasBlankOutsideQuotes(word: string): boolean {
  let isQuoted = false;
  for (const [index, letter] of [...word].entries()) {
    if (letter === '"' && word[index - 1] !== '\\') isQuoted = !isQuoted;
    else if (/\s/.test(letter) && !isQuoted) return true;
  }
  return false;
}

/** How a program written in C takes that text apart: Microsoft's “Parsing C command-line arguments”. */
export function argumentsOf(line: string): string[] {
  const words: string[] = [];
  let word = '';
  let isQuoted = false;
  let isWord = false;
  for (let at = 0; at < line.length; at++) {
    const [slashes = ''] = /^\\*/.exec(line.slice(at)) ?? [];
    if (slashes !== '') {
      isWord = true;
      const beforeQuote = line[at + slashes.length] === '"';
      word += '\\'.repeat(beforeQuote ? Math.floor(slashes.length / 2) : slashes.length);
      at += slashes.length - 1;
      if (beforeQuote && slashes.length % 2 === 1) {
        word += '"';
        at++;
      }
      continue;
    }
    const letter = line[at] ?? '';
    if (letter === '"') {
      isQuoted = !isQuoted;
      isWord = true;
    } else if (/[ \t]/.test(letter) && !isQuoted) {
      if (isWord) words.push(word);
      word = '';
      isWord = false;
    } else {
      word += letter;
      isWord = true;
    }
  }
  return isWord ? [...words, word] : words;
}
