import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import vm from 'node:vm';
import { transformSync } from 'esbuild';

/**
 * Loads the modules of the project as CommonJS, again and again: every file is translated and compiled once, and each `Modules` executes it
 * anew. Packages are loaded by Node, once.
 */
export class Modules {
  static #root = process.cwd();
  static #native = createRequire(join(Modules.#root, 'package.json'));
  static #scripts = new Map();
  static #places = new Map();
  #loaded = new Map();
  #counting;

  /** @param counting whether the code notes which mutants it reaches; it runs far slower then */
  constructor({ counting = false } = {}) {
    this.#counting = counting;
  }

  load(file) {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    this.#loaded.set(file, module);
    const require = Object.assign(name => this.#require(name, file), {
      resolve: name => Modules.#native.resolve(name),
      cache: {},
    });
    Modules.#script(file, this.#counting).runInThisContext()(module.exports, require, module, file, dirname(file));
    return module.exports;
  }

  #require(name, from) {
    if (!name.startsWith('.')) return Modules.#native(name);
    const file = Modules.#place(name, from);
    return extname(file) === '.json' ? Modules.#native(file) : this.load(file);
  }

  static #place(name, from) {
    const asked = join(dirname(from), name);
    if (!Modules.#places.has(asked)) {
      const found = ['', '.ts', '.js', '/index.ts']
        .map(end => asked + end)
        .find(file => existsSync(file) && statSync(file).isFile());
      if (found === undefined) throw new Error(`${relative(Modules.#root, from)} imports ${name}, which is not there`);
      Modules.#places.set(asked, found);
    }
    return Modules.#places.get(asked);
  }

  static #script(file, counting) {
    const key = `${file} ${counting}`;
    if (!Modules.#scripts.has(key)) {
      const text = readFileSync(file, 'utf8');
      const code =
        extname(file) === '.ts'
          ? transformSync(text, { loader: 'ts', format: 'cjs', target: 'node20', sourcefile: file }).code
          : text;
      const quiet = counting ? code : code.replace(/function stryCov_\w+\(\) \{/, '$& return;');
      Modules.#scripts.set(
        key,
        new vm.Script(`(function (exports, require, module, __filename, __dirname) {${quiet}\n})`, {
          filename: file,
          importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
        }),
      );
    }
    return Modules.#scripts.get(key);
  }
}
