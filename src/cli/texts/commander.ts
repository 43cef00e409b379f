// What commander says of itself, which it says in English alone: its words, and ours for them.

/** `{name}` is what it names. */
export const commanderInChinese: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  '[options]': '[选项]',
  '[command]': '[命令]',
  'display help for command': '显示帮助',
  ' (choices: {choices}, default: {value})': '（可选：{choices}，默认：{value}）',
  ' (choices: {choices})': '（可选：{choices}）',
  ' (default: {value})': '（默认：{value}）',
  'error: ': '错误：',
  "unknown option '{name}'": '没有选项 {name}。',
  "unknown command '{name}'": '没有命令 {name}。',
  "missing required argument '{name}'": '缺少参数 {name}。',
  "option '{option}' argument missing": '选项 {option} 缺少参数。',
  "option '{option}' argument '{value}' is invalid.": '选项 {option} 的参数 {value} 无效。',
  "option '{option}' cannot be used with option '{other}'": '选项 {option} 不能与 {other} 同用。',
  "too many arguments for '{name}'. Expected {most} arguments but got {given}.":
    '{name} 的参数过多：至多 {most} 个，给出了 {given} 个。',
  "too many arguments for '{name}'. Expected {most} argument but got {given}.":
    '{name} 的参数过多：至多 {most} 个，给出了 {given} 个。',
  'Allowed choices are {choices}.': '可选：{choices}。',
  '(Did you mean one of {names}?)': '（是否想写其中之一：{names}？）',
  '(Did you mean {name}?)': '（是否想写 {name}？）',
};
