// The command line's grammar, its help and its complaints, in the language that was asked for. Long because each option has
// its words in two languages beside it.
import { Command, CommanderError, type HelpConfiguration, InvalidArgumentError, Option } from "commander";
import { baselineName } from "../config/types";
import { type BulkKind, bulkKinds } from "../features/bulk";
import type { Locale } from "../features/types";
import { standardInput } from "./files";
import { mostJobs } from "./jobs";

interface FileOptions {
  readonly paths: readonly string[];
  /** What the standard input is called in the output. */
  readonly stdinFilename: string;
  /** Null where the machine and the number of files are to decide. */
  readonly jobs: number | null;
  /** The configuration that counts for every file; null for none, undefined where each file has that of its folder. */
  readonly config: string | null | undefined;
  readonly locale: Locale;
}

const checkFormats = ["text", "json", "ndjson", "sarif"] as const;
const extractFormats = ["json", "ndjson", "csv"] as const;

export interface CheckOptions extends FileOptions {
  readonly command: "check";
  readonly format: (typeof checkFormats)[number];
  /** Null when warnings do not count. */
  readonly maxWarnings: number | null;
  /** What to correct and write back; empty without `--fix`. */
  readonly fix: readonly BulkKind[];
  /** Whether known findings are left out. */
  readonly baseline: boolean;
  /** Whether every finding of this run becomes a known one. */
  readonly updateBaseline: boolean;
}

export interface ExtractOptions extends FileOptions {
  readonly command: "extract";
  readonly format: (typeof extractFormats)[number];
}

export interface RulesOptions {
  readonly command: "rules";
  readonly format: Exclude<CheckOptions["format"], "sarif">;
  readonly locale: Locale;
}

type Options = CheckOptions | ExtractOptions | RulesOptions;

export type Parsed =
  | { readonly options: Options; readonly exit: null }
  /** Nothing to run: help or version was printed (0), or the use was wrong (2). `out` and `err` are what to print. */
  | { readonly options: null; readonly exit: 0 | 2; readonly out: string; readonly err: string };

interface Raw {
  readonly stdinFilename?: string;
  readonly jobs?: number;
  /** False where none is wanted, true where nothing is said. */
  readonly config?: string | boolean;
}

interface RawCheck extends Raw {
  readonly format: CheckOptions["format"];
  readonly maxWarnings?: number;
  readonly fix?: FixValue;
  readonly listRules?: true;
  /** False where none is wanted. */
  readonly baseline: boolean;
  readonly updateBaseline?: true;
}

interface RawExtract extends Raw {
  readonly format: ExtractOptions["format"];
}

const fixValues = [...bulkKinds, "all"] as const;
type FixValue = (typeof fixValues)[number];

/** Arguments without node and script. Never throws and prints nothing. */
export function parse(args: readonly string[], version: string): Parsed {
  const locale = localeOf(args);
  const say = (zh: string, en: string): string => (locale === "zh" ? zh : en);
  let options: Options | null = null;
  let out = "";
  let err = "";

  const program = new Command("nianbao")
    .description(say("审校政府信息公开工作年度报告", "Checks annual reports on government information disclosure"))
    .version(version, "-V, --version", say("显示版本", "print the version"))
    .helpOption("-h, --help", say("显示帮助", "print help"))
    .helpCommand("help [command]", say("显示某个命令的帮助", "print a command's help"))
    .addOption(localeOption(say))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        out += text;
      },
      writeErr: (text) => {
        err += text;
      },
      // Complaints are put in words below.
      outputError: () => {},
    })
    .configureHelp(locale === "zh" ? chineseHelp : {})
    .addHelpText("after", `\n${say("English: nianbao --help --locale en", "中文：nianbao --help --locale zh")}`);
  const paths = say(
    "文件、文件夹（其中的 .txt、.nianbao 年报）或通配符（加引号）；- 为标准输入",
    "files, folders (the .txt and .nianbao reports in them) or quoted glob patterns; - is the standard input",
  );
  const extractCodes = say(
    "\n退出码：0 全部输出；2 用法不对，或有文件不能读取、一个文件里有两份年报（其余照常输出）；130 被 Ctrl+C 中断。数字对不对由 check 审校。",
    "\nExit codes: 0 all written; 2 wrong use, or a file that cannot be read or holds a second report\n(the others are still written); 130 interrupted by Ctrl+C. Whether the numbers agree is for check to say.",
  );
  const checkCodes = say(
    "\n退出码：0 没有错误级问题；1 有错误级问题，或警告超过上限；2 用法不对，或有文件不能读写（其余照常审校）；130 被 Ctrl+C 中断。",
    "\nExit codes: 0 no error-level finding; 1 some, or too many warnings;\n2 wrong use, or a file that cannot be read or written (the others are still checked);\n130 interrupted by Ctrl+C.",
  );

  program
    .command("check")
    .description(say("审校年报，列出问题", "check reports and list the findings"))
    // Not asked for beside --list-rules, so that its absence is complained about below.
    .argument("[path...]", paths)
    .usage("[options] <path...>")
    .addOption(new Option("--format <format>", say("输出格式", "output format")).choices(checkFormats).default("text"))
    .option("--max-warnings <n>", say("警告超过 n 条时退出码为 1", "exit with 1 on more than n warnings"), wholeNumber)
    .addOption(
      new Option(
        "--fix [what]",
        say(
          "改正并写回原文件：spelling 只改数字写法（如 00、全角），不改数值；totals 按勾稽关系改正可直接改的合计；all 两样都改。只写 --fix 即 spelling；文件恰好叫这些名字的，写作 ./totals",
          "correct and write back: spelling, the way numbers are written (00, full width), never a value; totals, those totals that their relations leave no doubt about; all, both. Alone it means spelling; a file of such a name is written ./totals",
        ),
      )
        .choices(fixValues)
        .preset("spelling"),
    )
    .option("--list-rules", say("列出全部规则和默认级别，不审校", "list all rules and their severities, check nothing"))
    .addOption(stdinOption(say))
    .addOption(configOption(say))
    .addOption(noConfigOption(say, "也不看已知问题", "nor known findings"))
    .option(
      "--no-baseline",
      say(
        `已知问题也列出（不看各文件所在文件夹或上级文件夹的 ${baselineName}）`,
        `list known findings too: take no notice of the ${baselineName} of a file's folder or of one above`,
      ),
    )
    .option(
      "--update-baseline",
      say(
        `把这次发现的问题都记为已知，写入 ${baselineName}，并删去已不适用的；年报不改动`,
        `enter all findings of this run into ${baselineName} as known and take out those that no longer apply; no report is changed`,
      ),
    )
    .addOption(jobsOption(say))
    .addOption(localeOption(say))
    .addHelpText("after", checkCodes)
    .action((given: string[], raw: RawCheck) => {
      const { format, maxWarnings, fix, updateBaseline = false } = raw;
      const baseline = raw.baseline && raw.config !== false;
      if (updateBaseline) {
        if (raw.listRules) throw misuse("update-list", "--update-baseline does not go with --list-rules");
        if (fix !== undefined) throw misuse("update-fix", "--update-baseline does not go with --fix");
        if (!baseline) throw misuse("update-none", "--update-baseline does not go with --no-baseline or --no-config");
        if (given.includes(standardInput))
          throw misuse("update-stdin", "--update-baseline does not go with the standard input");
      }
      if (raw.listRules) {
        if (format === "sarif") throw misuse("list-sarif", "--list-rules has no format sarif");
        options = { command: "rules", format, locale };
        return;
      }
      if (given.length === 0)
        throw new CommanderError(1, "commander.missingArgument", "missing required argument 'path'");
      if (fix !== undefined && given.includes(standardInput))
        throw misuse("fix-stdin", "--fix cannot write the standard input back");
      const kinds = fix === undefined ? [] : fix === "all" ? bulkKinds : [fix];
      options = {
        ...{ command: "check", format, maxWarnings: maxWarnings ?? null, fix: kinds, baseline, updateBaseline },
        ...fileOptions(given, raw, locale),
      };
    });
  program
    .command("extract")
    .description(say("把年报中的数字输出为 JSON 或 CSV 表格", "write the numbers of reports as JSON or CSV"))
    .argument("<path...>", paths)
    .addOption(
      new Option("--format <format>", say("输出格式", "output format")).choices(extractFormats).default("json"),
    )
    .addOption(stdinOption(say))
    .addOption(configOption(say))
    .addOption(noConfigOption(say))
    .addOption(jobsOption(say))
    .addOption(localeOption(say))
    .addHelpText("after", extractCodes)
    .action((given: string[], raw: RawExtract) => {
      options = { command: "extract", format: raw.format, ...fileOptions(given, raw, locale) };
    });

  try {
    program.parse(withFixValue(args), { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { options: null, exit: 0, out, err };
    // Without any command commander has already written its help to stderr.
    return { options: null, exit: 2, out, err: error.code === "commander.help" ? err : complaint(error, locale) };
  }
  return options ? { options, exit: null } : { options: null, exit: 2, out, err };
}

/**
 * `--fix` with its value in the same argument. Commander takes whatever follows an option with an optional value for that
 * value, and `--fix report.txt` would lose its file: only the very words it can take are one.
 */
function withFixValue(args: readonly string[]): readonly string[] {
  const check = args.indexOf("check");
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const result: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    const next = args[at + 1];
    if (arg !== "--fix" || check < 0 || at < check || at > end) result.push(arg);
    else if (!fixValues.some((value) => value === next)) result.push("--fix=spelling");
    else {
      result.push(`--fix=${next}`);
      at++;
    }
  }
  return result;
}

/** Known before anything is parsed, so that even a complaint about the options is in the right language. */
export function localeOf(args: readonly string[]): Locale {
  const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const last = own.findLastIndex((arg) => arg === "--locale" || arg.startsWith("--locale="));
  return last >= 0 && (own[last] === "--locale=en" || (own[last] === "--locale" && own[last + 1] === "en"))
    ? "en"
    : "zh";
}

function localeOption(say: (zh: string, en: string) => string): Option {
  return new Option("--locale <locale>", say("输出语言", "language of the output")).choices(["zh", "en"]).default("zh");
}

function stdinOption(say: (zh: string, en: string) => string): Option {
  return new Option(
    "--stdin-filename <name>",
    say("标准输入在输出中的文件名", "what the standard input is called in the output"),
  );
}

function configOption(say: (zh: string, en: string) => string): Option {
  return new Option(
    "--config <file>",
    say(
      "对所有文件采用这一个配置；不写则各取所在文件夹或上级文件夹的 nianbao.config.json",
      "the configuration of all files; else each has the nianbao.config.json of its folder or of one above",
    ),
  );
}

/** `zh` and `en`: what else is not used. */
function noConfigOption(say: (zh: string, en: string) => string, zh = "", en = ""): Option {
  return new Option("--no-config", say(`不采用任何配置${zh && `，${zh}`}`, `use no configuration${en && `, ${en}`}`));
}

function jobsOption(say: (zh: string, en: string) => string): Option {
  return new Option(
    "--jobs <n>",
    say(
      "同时使用的线程数，默认按处理器和文件数决定；输出顺序不变",
      "threads; else as many as the processor and the files are worth; the order of the output is the same",
    ),
  ).argParser(jobs);
}

function fileOptions(paths: readonly string[], { stdinFilename, jobs, config }: Raw, locale: Locale): FileOptions {
  return {
    paths,
    stdinFilename: stdinFilename || standardInput,
    jobs: jobs ?? null,
    config: config === false ? null : typeof config === "string" ? config : undefined,
    locale,
  };
}

/** Options that are right each for itself. */
function misuse(code: string, message: string): CommanderError {
  return new CommanderError(2, `nianbao.${code}`, message);
}

function jobs(text: string): number {
  const given = wholeNumber(text);
  if (given < 1 || given > mostJobs) throw new InvalidArgumentError(`It must be from 1 to ${mostJobs}.`);
  return given;
}

function wholeNumber(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number not below 0.");
  return Number(text);
}

const titles: Readonly<Record<string, string | undefined>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** What commander would say in English. */
const chineseHelp: HelpConfiguration = {
  styleTitle: (title) => titles[title] ?? title,
  optionDescription: ({ description, argChoices, defaultValue, presetArg }) =>
    argChoices ? `${description}（${argChoices.join("、")}，默认 ${String(presetArg ?? defaultValue)}）` : description,
};

/** What was wrong, and where to read on. */
function complaint(error: CommanderError, locale: Locale): string {
  const english = error.message.replace(/^error: /, "").trim();
  if (locale === "en") return `nianbao: ${english}\nSee "nianbao --help --locale en".\n`;
  // Commander quotes what it complains about; only those words are taken over.
  const [first = "", second = ""] = [...english.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const choices = /Allowed choices are ([^.]*)/.exec(english)?.[1];
  const meant = /Did you mean ([^?]*)\?/.exec(english)?.[1];
  const texts: Readonly<Record<string, string | undefined>> = {
    "commander.unknownOption": `没有选项 ${first}`,
    "commander.unknownCommand": `没有命令 ${first}，审校请用 nianbao check ${first}`,
    "commander.missingArgument": "没有写出要审校的文件或文件夹",
    "commander.optionMissingArgument": `选项 ${first} 后面缺少取值`,
    "commander.invalidArgument": `选项 ${first} 的取值 ${second} 不对${choices ? `，可用：${choices}` : first.startsWith("--jobs") ? `，应为 1 至 ${mostJobs} 的整数` : "，应为不小于 0 的整数"}`,
    "nianbao.list-sarif": "--list-rules 没有 sarif 格式",
    "nianbao.fix-stdin": "--fix 不能写回标准输入",
    "nianbao.update-list": "--update-baseline 不能与 --list-rules 同用",
    "nianbao.update-fix": "--update-baseline 不能与 --fix 同用：先改，再记",
    "nianbao.update-none": "--update-baseline 不能与 --no-baseline、--no-config 同用",
    "nianbao.update-stdin": "--update-baseline 不能用于标准输入",
  };
  const text = texts[error.code] ?? english;
  return `nianbao: ${text}${meant ? `，是不是 ${meant}？` : ""}\n用法见 nianbao --help。\n`;
}
